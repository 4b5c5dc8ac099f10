import { textOf, type FormValues } from '@/lib/form-state'

// Every form that keeps its words, by what they are filed under: what it is called on Today, and
// the page it stands on, with the fields that its address is made of.
const places: Readonly<Record<string, readonly [words: string, path: string]>> = {
  agency: ['Adding an agency', '/admin/agencies/new'],
  'first-administrator': ['Asking an administrator', '/admin/agencies/{agency}/administrator'],
  team: ['A team', '/admin/teams/{team|new}'],
  'team-end': ['Ending a team', '/admin/teams/{team}/end'],
  user: ['Adding a user', '/admin/users/new'],
  membership: ['Adding a role', '/admin/users/{user}/roles/new'],
  code: ['Adding to a code list', '/admin/codes/{list}'],
  'area-load': ['Loading area sets', '/admin/areas/uploads/{upload}'],
  agreement: ['A new agreement', '/agreements/new'],
  'agreement-dates': ['Dates of an agreement', '/agreements/{agreement}/dates'],
  party: ['Adding a party', '/agreements/{agreement}/parties/new'],
  group: ['A group of teams', '/agreements/{agreement}/groups/{group|new}'],
  term: ['Adding a term', '/agreements/{agreement}/terms/new'],
  proposition: ['A proposition', '/place/propositions/new'],
  'proposition-version': ['A version of a proposition', '/place/propositions/{paper}/edit'],
  pair: ['Deciding about two records', '/identity/{pair}'],
  link: ['Looking at a link', '/identity/links/{link}'],
  declaration: ['Whom you must not see', '/conflicts'],
  'new-person': ['Adding a person', '/people/new'],
  unnamed: ['Adding somebody without a name', '/people/new/unnamed'],
  archive: ['Opening our own record', '/people/{person}/archive'],
  contact: ['Recording a contact', '/people/{personId}/contacts/new'],
  'contact-correction': ['Correcting a contact', '/people/{personId}/contacts/{contactId}/correct'],
  'contact-headline': [
    'Correcting when a contact was',
    '/people/{personId}/contacts/{contactId}/headline',
  ],
  'contact-withdrawal': [
    'Withdrawing a contact',
    '/people/{personId}/contacts/{contactId}/withdraw',
  ],
  'contact-categories': [
    'What a contact is about',
    '/people/{personId}/contacts/{contactId}/categories',
  ],
  need: ['Rating a need', '/people/{personId}/needs/rate'],
  'need-withdrawal': [
    'Withdrawing a rating or an assessment',
    '/people/{personId}/needs/withdraw/{kind}/{entryId}',
  ],
  assessment: ['Recording an assessment', '/people/{personId}/needs/assess'],
  warning: ['Giving a warning', '/people/{personId}/warnings/new'],
  'warning-renewal': ['Renewing a warning', '/people/{personId}/warnings/{warningId}/renew'],
  'warning-end': ['Ending a warning', '/people/{personId}/warnings/{warningId}/end'],
  goal: ['Adding a goal', '/people/{personId}/plan/goals/new'],
  'goal-reword': ['Saying a goal another way', '/people/{personId}/plan/goals/{goalId}/words'],
  'goal-end': ['Ending a goal', '/people/{personId}/plan/goals/{goalId}/end'],
  'goal-asked': ['What they say of a goal', '/people/{personId}/plan/goals/{goalId}/asked'],
  'plan-action': ['Adding an action', '/people/{personId}/plan/actions/new'],
  'plan-step': ['Changing an action', '/people/{personId}/plan/actions/{actionId}/{step}'],
  'plan-review': ['Planning a review', '/people/{personId}/plan/reviews/new'],
  'plan-review-held': ['Recording a review', '/people/{personId}/plan/reviews/{reviewId}'],
  'plan-strength': ['What they are good at', '/people/{personId}/plan/strengths/new'],
  'held-plan': ['A plan that we hold', '/people/{personId}/plan/held/new'],
  'plan-line-end': ['Ending a line of a plan', '/people/{personId}/plan/lines/{kind}/{lineId}'],
  date: ['Booking a date', '/people/{personId}/dates/new'],
  'date-step': ['Changing a date', '/people/{personId}/dates/{appointmentId}/{step}'],
  'hard-time': ['A time that does not work', '/people/{personId}/dates/hard/new'],
  'hard-time-end': ['A time that works again', '/people/{personId}/dates/hard/{hardTimeId}'],
  'work-start': ['Starting work', '/people/{personId}/team/start'],
  'work-end': ['Ending work', '/people/{personId}/team/{involvementId}/end'],
  worker: ['Naming a worker', '/people/{personId}/team/{involvementId}/workers'],
  'worker-end': [
    'Taking a worker off',
    '/people/{personId}/team/{involvementId}/workers/{workerId}',
  ],
  referral: ['A referral', '/people/{personId}/referrals/new'],
  'referral-answer': ['Answering a referral', '/referrals/{referralId}/answer'],
  'referral-start': ['Starting work', '/referrals/{referralId}/start'],
  'referral-end': ['Ending a referral', '/referrals/{referralId}/end'],
  'referral-amend': ['Amending a referral', '/referrals/{referralId}/amend'],
  'referral-withdraw': ['Withdrawing a referral', '/referrals/{referralId}/withdraw'],
  'fact-end': ['Ending a fact', '/people/{personId}/details/{fact}/{entryId}'],
  'fact-name': ['Adding a name', '/people/{personId}/details/name'],
  'fact-birth': ['Adding a date of birth', '/people/{personId}/details/birth'],
  'fact-identity': ['What they say of themselves', '/people/{personId}/details/identity'],
  'fact-number': ['Adding a number', '/people/{personId}/details/number'],
  'fact-phone': ['Adding a telephone number', '/people/{personId}/details/phone'],
  'fact-address': ['Adding an address', '/people/{personId}/details/address'],
  'fact-living': ['Where somebody stays', '/people/{personId}/details/living'],
  'fact-relationship': ['Somebody in their life', '/people/{personId}/details/relationship'],
  'fact-adjustment': ['What makes it easier', '/people/{personId}/details/adjustment'],
  'fact-own-words': ['Their own words', '/people/{personId}/details/own-words'],
  'fact-safe-contact': ['A way to reach them', '/people/{personId}/details/safe-contact'],
  choice: ['What somebody said', '/people/{personId}/sharing/choice'],
  'choice-end': ['A change of mind', '/people/{personId}/sharing/choice/{choiceId}/withdraw'],
  cohort: ['Into a cohort', '/people/{personId}/sharing/cohort'],
  'cohort-end': ['Out of a cohort', '/people/{personId}/sharing/cohort/{memberId}'],
  word: ['Confirming what somebody said', '/waiting/words/{word}'],
  whereabouts: ['Protecting whereabouts', '/people/{personId}/sharing/whereabouts'],
  'whereabouts-end': ['Ending a protection', '/people/{personId}/sharing/whereabouts/end'],
  'protected-name': ['Protecting a name', '/people/{personId}/sharing/protected-name'],
  'protected-name-end': ['Ending a protection', '/people/{personId}/sharing/protected-name/end'],
  limited: ['Limiting access', '/people/{personId}/sharing/limited'],
  'limited-end': ['Ending limited access', '/people/{personId}/sharing/limited/end'],
  named: ['Who is named', '/people/{personId}/sharing/limited/names'],
  harm: ['A harm link', '/people/{personId}/sharing/harm'],
  'harm-end': ['Ending a harm link', '/people/{personId}/sharing/harm/{linkId}'],
  conflict: ['Barring a worker', '/people/{personId}/sharing/conflict'],
  'death-end': ['Undoing a death', '/people/{personId}/sharing/death/undo'],
  death: ['Recording a death', '/people/{personId}/sharing/death'],
}

/** What an unfinished form is called; never with anybody's name. */
export const draftWords = (form: string): string => places[form]?.[0] ?? 'Something unfinished'

/** The page an unfinished form stands on: its address is made of the ids its own fields hold. */
export function draftHref(form: string, values: FormValues): string {
  const path = places[form]?.[1] ?? '/'
  return path.replaceAll(/\{(\w+)(?:\|(\w+))?\}/g, (_, name: string, otherwise = '') => {
    const part = textOf(values, name)
    return /^[\w-]+$/.test(part) ? part : String(otherwise)
  })
}
