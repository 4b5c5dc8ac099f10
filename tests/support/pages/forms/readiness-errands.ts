import { dayIn } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const lead = 'ruth.adeyemi@partnership-desk.example'
const SHORT = 'a line or a choice: nothing long is typed'
const round = `select id from readiness.round where closed_at is null`
const actions = `select count(*) as n from readiness.action`

const of = (form: Omit<FormCase, 'as'>): FormCase => ({
  ...form,
  as: lead,
  action: `place/readiness ${form.action}`,
})

/** The practice place’s open round, to its end, and the next. */
export const readinessErrands: FormErrand[] = [
  {
    name: 'a round of readiness, closed, read, and begun again',
    cases: [
      of({
        action: 'endLinksAction',
        needs: { round },
        at: '/place/readiness/{round}',
        button: 'End those',
        cannotBeWrong: 'one button: it asks nothing',
        right: {},
        goesTo: /done=links-ended/,
        counts: `select count(distinct sector) as n from readiness.invited where ended_at is not null
          and round_id = '{round}'`,
        corrects: ENDS,
        keepsWords: SHORT,
      }),
      of({
        action: 'closeAction',
        at: '/place/readiness/{round}',
        button: 'Close the round',
        wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick to say that everybody/ },
        right: { sure: 'on' },
        goesTo: /done=closed/,
        counts: `select count(*) as n from readiness.round where closed_at is not null`,
        corrects: ENDS,
        keepsWords: SHORT,
      }),
      of({
        action: 'commentAction',
        needs: { earlier: `select id from readiness.round where no = 2` },
        at: '/place/readiness/{earlier}/comments',
        button: 'Save',
        wrong: { typed: { answer: '' }, field: 'answer', says: /^Select whether it is shown$/ },
        right: { answer: 'show' },
        goesTo: /done=decided/,
        counts: `select count(*) as n from readiness.comment where shown is not null`,
        corrects: ENDS,
        keepsWords: SHORT,
      }),
      of({
        action: 'roundAction',
        at: '/place/readiness/new',
        button: 'Begin the round',
        wrong: { typed: { name: ' ' }, field: 'name', says: /^Enter a name for the round$/ },
        right: { name: 'Next year', own: 'We would notice', ...dayIn('closesOn', 30) },
        goesTo: /^\/place\/readiness\/[\w-]{36}$/,
        counts: `select count(*) as n from readiness.round`,
        corrects: ADDS,
        keepsWords: SHORT,
      }),
      of({
        action: 'addActionAction',
        at: '/place/readiness/plan/new',
        button: 'Add the action',
        wrong: { typed: { words: '' }, field: 'words', says: /^Enter what will be done$/ },
        right: {
          ...{ words: 'Meet monthly', key: 'trust', owner: 'Lee Ash', organisation: 'The Lantern' },
          ...{ knownBy: 'Twelve meetings', ...dayIn('dueOn', 60) },
        },
        goesTo: /done=added/,
        counts: actions,
        corrects: ADDS,
        keepsWords: SHORT,
      }),
      of({
        action: 'endActionAction',
        at: '/place/readiness',
        button: 'It is done',
        cannotBeWrong: 'one button: it asks nothing',
        right: {},
        goesTo: /done=done/,
        counts: `${actions} where done_on is not null`,
        corrects: ENDS,
        keepsWords: SHORT,
      }),
    ],
  },
]
