import { dayIn, newestOf, noDay, personOf, rowsOf } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const sam = 'sam.doyle@drug-and-alcohol.example'

type Fact = Pick<FormCase, 'wrong' | 'right' | 'gives'> & {
  name: string
  action: string
  table: string
}

/** One fact given: what each form of one has in common. */
const giving = ({ name, action, table, ...rest }: Fact): FormCase => ({
  action: `people/[personId]/details/[fact] ${action}`,
  as: sam,
  needs: { person: personOf(sam) },
  at: `/people/{person}/details/${name}`,
  button: 'Save',
  goesTo: /saved=(fact|address)/,
  counts: rowsOf(table),
  corrects: ADDS,
  keepsWords: true,
  ...rest,
})

const facts: Fact[] = [
  {
    ...{ name: 'name', action: 'nameAction', table: 'person_name' },
    wrong: {
      typed: { kind: 'alias', given: ' ', family: '', middle: 'Zed' },
      ...{ field: 'given', says: /^Enter a first name or a family name$/ },
    },
    right: { kind: 'alias', given: 'Zebedee', middle: 'Zed' },
  },
  {
    ...{ name: 'birth', action: 'birthAction', table: 'birth' },
    wrong: {
      typed: { 'born-day': '31', 'born-month': '2', 'born-year': '1980', source: 'person' },
      ...{ field: 'born', says: /must be a real date$/ },
    },
    right: { 'born-day': '', 'born-month': '2', 'born-year': '1980', estimated: 'on' },
  },
  {
    ...{ name: 'identity', action: 'identityAction', table: 'identity_detail' },
    wrong: {
      typed: { gender: 'own_term', genderWords: '', source: 'person' },
      ...{ field: 'genderWords', says: /^Enter their own word$/ },
    },
    right: { gender: 'own_term', genderWords: 'genderfluid', source: 'person' },
  },
  {
    ...{ name: 'number', action: 'numberAction', table: 'identifier' },
    wrong: {
      typed: { type: 'nhs', value: '999 000 0000 1' },
      ...{ field: 'value', says: /NHS number/ },
    },
    right: { type: 'nhs', value: '999 000 0000 1', keep: '999 000 0000 1' },
  },
  {
    ...{ name: 'phone', action: 'reachAction', table: 'reach' },
    wrong: {
      typed: { kind: 'mobile', value: 'ask at the desk', note: 'his sister’s' },
      ...{ field: 'value', says: /^Enter a telephone number/ },
    },
    right: { kind: 'mobile', value: '07700 900 123' },
  },
  {
    ...{ name: 'address', action: 'addressAction', table: 'address' },
    wrong: {
      typed: { lines: '12 Made Up Street\nWrenford', lives: '', ...dayIn('fromOn', -3) },
      ...{ field: 'lives', says: /^Select who lives there$/ },
    },
    right: { lines: '12 Made Up Street\nWrenford', lives: 'alone' },
  },
  {
    ...{ name: 'living', action: 'livingAction', table: 'living_situation' },
    wrong: {
      typed: { code: '', areaName: 'Northgate' },
      ...{ field: 'code', says: /^Select where they stay$/ },
    },
    right: { code: 'A07A', areaName: 'Northgate' },
  },
  {
    ...{ name: 'relationship', action: 'relationshipAction', table: 'relationship' },
    wrong: {
      typed: { kind: 'child', otherName: 'Zuri Quill', childYear: '1492' },
      ...{ field: 'childYear', says: /^The year must be a whole number/ },
    },
    right: { kind: 'child', otherName: 'Zuri', childYear: '2019' },
  },
  {
    ...{ name: 'adjustment', action: 'adjustmentAction', table: 'adjustment' },
    wrong: {
      typed: { kind: '', detail: 'Read letters aloud' },
      ...{ field: 'kind', says: /^Select what it is about$/ },
    },
    right: { kind: '{adjustmentKind}', detail: 'Read letters aloud' },
  },
  {
    ...{ name: 'own-words', action: 'ownWordsAction', table: 'own_words' },
    wrong: {
      typed: { words: 'I walk. I do not take the bus.', agreed: '', ...noDay('saidOn', '45') },
      ...{ field: 'agreed', says: /^Ask them first/ },
    },
    right: { words: 'I walk. I do not take the bus.', agreed: 'on', ...noDay('saidOn') },
  },
  {
    ...{ name: 'safe-contact', action: 'safeContactAction', table: 'safe_contact' },
    wrong: {
      typed: { channel: '{channel}', allowed: '', hours: 'after two' },
      ...{ field: 'allowed', says: /^Select whether it is safe$/ },
    },
    right: { channel: '{channel}', allowed: 'yes', hours: 'after two' },
    gives: { entry: newestOf('safe_contact') },
  },
]

const codes = (list: string) =>
  `select key as id from code where list = '${list}' and current limit 1`

const ending: FormCase = {
  action: 'people/[personId]/details/[fact] endFactAction',
  as: sam,
  at: '/people/{person}/details/safe-contact/{entry}',
  button: 'End it',
  wrong: {
    typed: dayIn('endedOn', 30),
    ...{ field: 'endedOn', says: /must be today or in the past$/ },
  },
  right: dayIn('endedOn', 0),
  goesTo: /saved=fact-ended/,
  counts: rowsOf('safe_contact', 'ended_on is not null'),
  corrects: ENDS,
  keepsWords: true,
}

const given = facts.map(giving).map((form, index) =>
  index > 0
    ? { ...form, needs: {} }
    : {
        ...form,
        needs: { ...form.needs, adjustmentKind: codes('adjustment'), channel: codes('channel') },
      },
)

export const factErrands: FormErrand[] = [{ name: 'facts', cases: [...given, ending] }]
