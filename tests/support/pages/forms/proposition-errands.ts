import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const lead = 'ruth.adeyemi@partnership-desk.example'
const BUTTON = 'one button: it asks nothing'
const NOTHING_TYPED = 'a choice or a tick: nothing is typed'
const mark = Math.random().toString(36).slice(2, 8)
const title = `Proposition ${mark}`

const of = (form: Omit<FormCase, 'as'>): FormCase => ({
  as: lead,
  ...form,
  action: `place/propositions ${form.action}`,
})
const facts = (where: string) =>
  `select count(*) as n from proposition.paper where id = '{paper}' and ${where}`

/** One proposition, from its first draft until it is put away. */
export const propositionErrands: FormErrand[] = [
  {
    name: 'a proposition, written, pinned, shared, agreed to and put away',
    cases: [
      of({
        action: 'beginAction',
        at: '/place/propositions/new',
        button: 'Save the draft',
        wrong: { typed: { title: '' }, field: 'title', says: /^Enter a title$/ },
        right: {
          ...{ title, need: 'Work', change: 'Tasters', outcomes: 'In work after a year' },
          ...{ name0: 'A college', sector0: 'public', changes0: 'Tutors go there' },
          ...{ name1: 'A bakery', sector1: 'private', changes1: 'Six tasters', pays1: '£9,500' },
        },
        goesTo: /done=saved/,
        counts: `select count(*) as n from proposition.paper`,
        corrects: ADDS,
        keepsWords: true,
        gives: {
          paper: `select paper_id as id from proposition.version where words ->> 'title' = '${title}'`,
        },
      }),
      of({
        action: 'saveAction',
        at: '/place/propositions/{paper}/edit',
        button: 'Save this version',
        wrong: { typed: { sector1: '' }, field: 'sector1', says: /^Select the sector$/ },
        right: { sector1: 'private', need: 'Work near home' },
        goesTo: /done=saved/,
        counts: `select count(*) as n from proposition.version where paper_id = '{paper}'`,
        corrects: {
          theirs: { need: 'Work that pays' },
          mine: { need: 'Work that lasts' },
          shown: [/Work that pays/],
        },
        keepsWords: true,
      }),
      of({
        action: 'pinAction',
        at: '/place/propositions/{paper}/pin',
        button: 'Pin it',
        wrong: { typed: { figure: '' }, field: 'figure', says: /^Select a figure$/ },
        right: { figure: 'directory work' },
        goesTo: /done=pinned/,
        counts: `select count(*) as n from proposition.evidence where paper_id = '{paper}'`,
        corrects: ADDS,
        keepsWords: NOTHING_TYPED,
      }),
      of({
        action: 'takeOffAction',
        at: '/place/propositions/{paper}',
        button: 'Take it off',
        cannotBeWrong: BUTTON,
        right: {},
        goesTo: /done=taken-off/,
        counts: `select count(*) as n from proposition.evidence
          where paper_id = '{paper}' and taken_off_at is not null`,
        corrects: ENDS,
        keepsWords: NOTHING_TYPED,
      }),
      of({
        action: 'shareAction',
        at: '/place/propositions/{paper}',
        button: 'Share it',
        cannotBeWrong: BUTTON,
        right: {},
        goesTo: /done=shared/,
        counts: facts('shared_at is not null'),
        corrects: ENDS,
        keepsWords: NOTHING_TYPED,
      }),
      of({
        action: 'commentAction',
        at: '/place/propositions/{paper}',
        button: 'Add the comment',
        wrong: { typed: { words: ' ' }, field: 'words', says: /^Enter your comment$/ },
        right: { words: 'Who has been asked?' },
        goesTo: /done=commented/,
        counts: `select count(*) as n from proposition.comment where paper_id = '{paper}'`,
        corrects: ADDS,
        keepsWords: 'a line or two under a paper: nothing long is typed',
      }),
      of({
        action: 'agreeAction',
        at: '/place/propositions/{paper}',
        button: 'Agree to it',
        wrong: { typed: { holds: '' }, field: 'holds', says: /^Tick to say that your agency/ },
        right: { holds: 'on' },
        goesTo: /done=agreed/,
        counts: facts('first_at is not null'),
        corrects: ENDS,
        keepsWords: NOTHING_TYPED,
      }),
      of({
        action: 'putAwayAction',
        at: '/place/propositions/{paper}',
        button: 'Put it away',
        wrong: { typed: { why: '' }, field: 'why', says: /^Enter why it is put away$/ },
        right: { why: 'The money went elsewhere' },
        goesTo: /done=away/,
        counts: facts('put_away_at is not null'),
        corrects: ENDS,
        keepsWords: 'one line: why',
      }),
    ],
  },
]
