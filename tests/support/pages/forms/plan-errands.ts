import { dayIn, newestOf, personOf, rowsOf } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const joy = 'joy.mensah@health.example'
const at = (path: string) => `/people/{person}/plan${path}`
const form = (name: string) => `people/[personId]/plan ${name}`

const goals: FormCase[] = [
  {
    action: form('goalAction'),
    as: joy,
    // Somebody with room for a goal: five stand at most.
    needs: {
      person: personOf(joy),
      none: `with ended as (update plan_goal set ended_on = current_date, outcome = 'met'
        where ended_on is null and person_id = (${personOf(joy)}) returning 1)
        select gen_random_uuid() as id from (select count(*) from ended) x`,
    },
    at: at('/goals/new'),
    button: 'Save goal',
    wrong: {
      typed: { words: 'My own front door', saidBy: '' },
      field: 'saidBy',
      says: /^Select whose words these are$/,
    },
    right: { words: 'My own front door', saidBy: 'person' },
    goesTo: /saved=goal/,
    counts: rowsOf('plan_goal'),
    corrects: ADDS,
    keepsWords: true,
    gives: { goal: newestOf('plan_goal') },
  },
  {
    action: form('askedAction'),
    as: joy,
    at: at('/goals/{goal}/asked'),
    button: 'Save what they said',
    wrong: {
      typed: { answer: 'agreed', how: 'Read it aloud', seenAlone: 'yes', freeToSay: '' },
      field: 'freeToSay',
      says: /^Select whether they could say no$/,
    },
    right: { answer: 'agreed', how: 'Read it aloud', seenAlone: 'yes', freeToSay: 'yes' },
    goesTo: /saved=asked/,
    counts: rowsOf('plan_asked'),
    corrects: ADDS,
    keepsWords: true,
  },
  {
    action: form('rewordAction'),
    as: joy,
    at: at('/goals/{goal}/words'),
    button: 'Save the new words',
    wrong: {
      typed: { words: '', saidBy: 'person' },
      field: 'words',
      says: /^Write down what they want$/,
    },
    right: { words: 'A door with my own key', saidBy: 'person' },
    goesTo: /saved=goal-reworded/,
    counts: rowsOf('plan_goal'),
    corrects: ENDS,
    keepsWords: true,
    gives: { reworded: newestOf('plan_goal') },
  },
]

const actions: FormCase[] = [
  {
    action: form('actionAction'),
    as: joy,
    at: at('/actions/new'),
    button: 'Save action',
    wrong: {
      typed: {
        words: 'Deposit form',
        goalId: '{reworded}',
        owner: 'person',
        ...dayIn('dueOn', -2),
      },
      field: 'dueOn',
      says: /must be today or in the future$/,
    },
    right: { words: 'Deposit form', goalId: '{reworded}', owner: 'person', ...dayIn('dueOn', 4) },
    goesTo: /saved=plan-action/,
    counts: rowsOf('plan_action'),
    corrects: ADDS,
    keepsWords: true,
    gives: { action: newestOf('plan_action') },
  },
  {
    action: form('stepAction'),
    as: joy,
    at: at('/actions/{action}/move'),
    button: 'Move the date',
    wrong: { typed: { ...dayIn('day', 6), why: '' }, field: 'why', says: /^Say why$/ },
    right: { ...dayIn('day', 6), why: 'The office was shut' },
    goesTo: /saved=plan-move/,
    counts: rowsOf('plan_action', 'moved_why is not null'),
    corrects: 'a step is taken from where the action stands: who comes second is told it has moved',
    keepsWords: true,
  },
  {
    action: form('endGoalAction'),
    as: joy,
    at: at('/goals/{reworded}/end'),
    button: 'End goal',
    wrong: { typed: { outcome: '' }, field: 'outcome', says: /^Select what came of it$/ },
    right: { outcome: 'met' },
    goesTo: /saved=goal-ended/,
    counts: rowsOf('plan_goal', `outcome = 'met'`),
    corrects: ENDS,
    keepsWords: true,
  },
]

const around: FormCase[] = [
  {
    action: form('reviewAction'),
    as: joy,
    needs: { person: personOf(joy) },
    at: at('/reviews/new'),
    button: 'Save review',
    wrong: {
      typed: dayIn('plannedFor', -1),
      field: 'plannedFor',
      says: /must be today or in the future$/,
    },
    right: dayIn('plannedFor', 14),
    goesTo: /saved=review/,
    counts: rowsOf('plan_review'),
    corrects: ADDS,
    keepsWords: true,
    gives: { review: newestOf('plan_review') },
  },
  {
    action: form('reviewHeldAction'),
    as: joy,
    at: at('/reviews/{review}'),
    button: 'Save what came of it',
    wrong: {
      typed: { took: 'held', outcome: '', present: 'Joy' },
      field: 'outcome',
      says: /^Say what came of it$/,
    },
    right: { took: 'held', outcome: 'Kept the flat', present: 'Joy' },
    goesTo: /saved=review-held/,
    counts: rowsOf('plan_review', 'held_on is not null'),
    corrects: ENDS,
    keepsWords: true,
  },
  {
    action: form('strengthAction'),
    as: joy,
    at: at('/strengths/new'),
    button: 'Save',
    wrong: { typed: { words: '' }, field: 'words', says: /^Write down what they said$/ },
    right: { words: 'I cook' },
    goesTo: /saved=strength/,
    counts: rowsOf('plan_strength'),
    corrects: ADDS,
    keepsWords: true,
    gives: { strength: newestOf('plan_strength') },
  },
  {
    action: form('heldAction'),
    as: joy,
    at: at('/held/new'),
    button: 'Add the line',
    wrong: {
      typed: { kind: '', ...dayIn('agreedOn', -3) },
      field: 'kind',
      says: /^Select which plan$/,
    },
    right: { kind: 'care', ...dayIn('agreedOn', -3) },
    goesTo: /saved=held-plan/,
    counts: rowsOf('held_plan'),
    corrects: ADDS,
    keepsWords: true,
  },
  {
    action: form('lineEndAction'),
    as: joy,
    at: at('/lines/strength/{strength}'),
    button: 'It is no longer so',
    cannotBeWrong: 'it has a button and nothing to type',
    right: {},
    goesTo: /saved=line-ended/,
    counts: rowsOf('plan_strength', 'ended_on is not null'),
    corrects: ENDS,
    keepsWords: 'nothing is typed',
  },
]

/** What a worker does with the plan of a person. */
export const planErrands: FormErrand[] = [
  { name: 'goals and actions of a plan', cases: [...goals, ...actions] },
  { name: 'what stands beside the goals of a plan', cases: around },
]
