import { dayIn, newestOf, personOf, rowsOf } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const joy = 'joy.mensah@health.example'
const at = (path: string) => `/people/{person}/dates${path}`
const form = (name: string) => `people/[personId]/dates ${name}`

const dates: FormCase[] = [
  {
    action: form('bookAction'),
    as: joy,
    needs: { person: personOf(joy) },
    at: at('/new'),
    button: 'Book it',
    wrong: {
      typed: { kind: 'clinic', ...dayIn('day', 5), time: 'soon', minutes: '30' },
      field: 'time',
      says: /^Enter a time, like 9:30 or 14:00$/,
    },
    right: { kind: 'clinic', ...dayIn('day', 5), time: '14:30', minutes: '30', place: 'Room 2' },
    goesTo: /saved=date/,
    counts: rowsOf('appointment'),
    corrects: ADDS,
    keepsWords: true,
    gives: { appointment: newestOf('appointment') },
  },
  {
    action: form('dateStepAction'),
    as: joy,
    at: at('/{appointment}/move'),
    button: 'Move it',
    wrong: {
      typed: { ...dayIn('day', 6), time: '' },
      field: 'time',
      says: /^Enter a time, like 9:30 or 14:00$/,
    },
    right: { ...dayIn('day', 6), time: '15:00' },
    goesTo: /saved=date-move/,
    counts: rowsOf('appointment', 'moved_from is not null'),
    corrects: 'a step is taken from where the date stands: who comes second is told it has moved',
    keepsWords: true,
  },
  {
    action: form('hardTimeAction'),
    as: joy,
    at: at('/hard/new'),
    button: 'Save',
    wrong: {
      typed: { weekday: 'every', from: '12:00', until: '9:00' },
      field: 'until',
      says: /^The end must be after the beginning$/,
    },
    right: { weekday: 'every', from: '9:00', until: '12:00' },
    goesTo: /saved=hard-time/,
    counts: rowsOf('hard_time'),
    corrects: ADDS,
    keepsWords: true,
    gives: { hard: newestOf('hard_time') },
  },
  {
    action: form('hardTimeEndAction'),
    as: joy,
    at: at('/hard/{hard}'),
    button: 'It works again',
    cannotBeWrong: 'it has a button and nothing to type',
    right: {},
    goesTo: /saved=hard-time-ended/,
    counts: rowsOf('hard_time', 'ended_on is not null'),
    corrects: ENDS,
    keepsWords: 'nothing is typed',
  },
  {
    action: 'my-calendar feedAction',
    as: joy,
    at: '/my-calendar',
    button: 'Make an address',
    cannotBeWrong: 'it has a button and nothing to type',
    right: {},
    goesTo: /^\/my-calendar$/,
    counts: 'select count(*)::int as n from calendar_feed',
    corrects: 'a new address takes the place of the one before',
    keepsWords: 'nothing is typed',
  },
]

/** What a worker does with dates. */
export const dateErrands: FormErrand[] = [{ name: 'dates and a calendar', cases: dates }]
