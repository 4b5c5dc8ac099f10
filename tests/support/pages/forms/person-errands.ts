import { dayIn, newestOf, noDay, personOf, rowsOf } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const joy = 'joy.mensah@health.example'
const at = (path: string) => `/people/{person}${path}`

const contacts: FormCase[] = [
  {
    action: 'people/[personId]/contacts/new recordContactAction',
    as: joy,
    needs: { person: personOf(joy) },
    at: at('/contacts/new'),
    button: 'Save contact',
    wrong: {
      typed: { what: 'other', kind: '', words: 'Came by.\nSaid hello.', place: ' Café Ünïque ' },
      field: 'kind',
      says: /^Select how it was$/,
    },
    right: {
      what: 'seen',
      words: 'Came by, and said hello',
      categories: ['plan', 'mental_health'],
    },
    goesTo: /saved=contact/,
    counts: rowsOf('contact'),
    corrects: ADDS,
    keepsWords: true,
    gives: { contact: newestOf('contact') },
  },
  {
    action: 'people/[personId]/contacts/[contactId] correctAction',
    as: joy,
    at: at('/contacts/{contact}/correct'),
    button: 'Save correction',
    wrong: {
      typed: { words: 'Came by on foot', why: '' },
      field: 'why',
      says: /^Say why you are correcting it$/,
    },
    right: { words: 'Came by on foot', why: 'It was wrong' },
    goesTo: /saved=corrected/,
    counts: rowsOf('contact_words'),
    corrects: {
      theirs: { words: 'Came by on a bicycle', why: 'Remembered' },
      mine: { words: 'Came by on a horse', why: 'Remembered better' },
      shown: [/Came by on a bicycle/, /Came by on a horse/, /Joy Mensah saved/],
    },
    keepsWords: true,
  },
  {
    action: 'people/[personId]/contacts/[contactId] headlineAction',
    as: joy,
    at: at('/contacts/{contact}/headline'),
    button: 'Save correction',
    wrong: {
      typed: { ...dayIn('date', 2), time: '25:00' },
      field: 'date',
      says: /must be today or in the past$/,
    },
    right: { ...dayIn('date', -2), time: '14:30', kind: 'phone', outcome: 'no_reply' },
    goesTo: /saved=headline/,
    counts: rowsOf('contact', `happened_on < current_date and outcome = 'no_reply'`),
    corrects: {
      theirs: { time: '15:30' },
      mine: { time: '16:30' },
      shown: [/15:30/, /A colleague saved/],
    },
    keepsWords: true,
  },
  {
    action: 'people/[personId]/contacts/[contactId] recategoriseAction',
    as: joy,
    at: at('/contacts/{contact}/categories'),
    button: 'Change it now',
    wrong: { typed: { categories: [] }, field: 'categories', says: /^Select at least one$/ },
    right: { categories: ['plan'] },
    goesTo: /saved=recategorised/,
    counts: rowsOf('contact', `categories = array['plan']`),
    corrects: {
      theirs: { categories: ['plan', 'money'] },
      mine: { categories: ['plan', 'housing'] },
      shown: [/A colleague saved/, /Money/, /Housing/],
    },
    keepsWords: true,
  },
  {
    action: 'people/[personId]/contacts/[contactId] withdrawAction',
    as: joy,
    at: at('/contacts/{contact}/withdraw'),
    button: 'Withdraw it',
    wrong: { typed: { why: '   ' }, field: 'why', says: /^Say why you are withdrawing it$/ },
    right: { why: 'Written about the wrong day' },
    goesTo: /saved=withdrawn/,
    counts: rowsOf('contact', 'withdrawn_at is not null'),
    corrects: ENDS,
    keepsWords: true,
  },
]

const needs: FormCase[] = [
  {
    action: 'people/[personId]/needs rateAction',
    as: joy,
    at: at('/needs/rate'),
    button: 'Save rating',
    wrong: {
      typed: { domain: 'mental_health', state: 'current', note: 'Sleeps badly' },
      field: 'severity',
      says: /^Select how far it gets in the way$/,
    },
    right: {
      domain: 'mental_health',
      voice: 'person',
      state: 'current',
      severity: '2',
      note: 'Sleeps badly',
    },
    goesTo: /saved=need/,
    counts: rowsOf('need_rating'),
    corrects: ADDS,
    keepsWords: true,
    gives: { rating: newestOf('need_rating') },
  },
  {
    action: 'people/[personId]/needs withdrawAction',
    as: joy,
    at: at('/needs/withdraw/rating/{rating}'),
    button: 'Withdraw it',
    wrong: { typed: { why: '' }, field: 'why', says: /^Select why$/ },
    right: { why: 'wrong_person' },
    goesTo: /saved=rating-withdrawn/,
    counts: rowsOf('need_rating', 'withdrawn_at is not null'),
    corrects: ENDS,
    keepsWords: true,
  },
  {
    action: 'people/[personId]/needs assessAction',
    as: joy,
    at: at('/needs/assess'),
    button: 'Save assessment',
    wrong: {
      typed: { item1: '2', item4: '6', ...noDay('assessedOn') },
      field: 'item2',
      says: /^Select the statement that fits/,
    },
    right: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((item) => [`item${item}`, '2'])),
    goesTo: /saved=assessment/,
    counts: rowsOf('assessment'),
    corrects: ADDS,
    keepsWords: true,
  },
]

const said = { headline: 'Visit in pairs', evidence: 'Shouted at a worker in May', told: 'yes' }

const warnings: FormCase[] = [
  {
    action: 'people/[personId]/warnings giveAction',
    as: joy,
    at: at('/warnings/new'),
    button: 'Save warning',
    wrong: {
      typed: { kind: 'visit', ...said, ...dayIn('toldOn', 2), ...dayIn('lapsesOn', 60) },
      field: 'toldOn',
      says: /must be today or in the past$/,
    },
    right: { kind: 'visit', ...said, ...dayIn('toldOn', -1), ...dayIn('lapsesOn', 60) },
    goesTo: /saved=warning/,
    counts: rowsOf('warning'),
    corrects: ADDS,
    keepsWords: true,
    gives: { warning: newestOf('warning') },
  },
  {
    action: 'people/[personId]/warnings renewAction',
    as: joy,
    at: at('/warnings/{warning}/renew'),
    button: 'Renew warning',
    wrong: {
      typed: { ...said, ...dayIn('toldOn', -1), ...dayIn('lapsesOn', 400) },
      field: 'lapsesOn',
      says: /^The day it lapses must be within 6 months$/,
    },
    right: { ...said, ...dayIn('toldOn', -1), ...dayIn('lapsesOn', 90) },
    goesTo: /saved=warning/,
    counts: rowsOf('warning'),
    corrects: ENDS,
    keepsWords: true,
    gives: { warning: newestOf('warning') },
  },
  {
    action: 'people/[personId]/warnings endAction',
    as: joy,
    at: at('/warnings/{warning}/end'),
    button: 'End warning',
    wrong: { typed: { why: 'x'.repeat(600) }, field: 'why', says: /characters or fewer$/ },
    right: { why: 'Has not happened again' },
    goesTo: /saved=warning-ended/,
    counts: rowsOf('warning', 'ended_at is not null'),
    corrects: ENDS,
    keepsWords: true,
  },
]

export const personErrands: FormErrand[] = [
  { name: 'contacts, needs and warnings', cases: [...contacts, ...needs, ...warnings] },
]
