import { setTimeout as sleep } from 'node:timers/promises'
import { today } from '@/lib/dates'
import { quarterEndsBefore } from '@/lib/insight/rules/quarters'
import { askOne } from '../database'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const quarter = quarterEndsBefore(today(), 1)[0]?.to ?? ''
const BUTTON = 'one button: it asks nothing'
const NOTHING_TYPED = 'one button: nothing is typed'
const asked = `select count(*) as n from published.publication where profile = 'open'`

/** The job builds one at a time; the practice place's own come first. */
async function nothingIsBuilt(): Promise<void> {
  const waiting = `select count(*)::int as n from published.publication
    where built_at is null and failed_at is null and dropped_at is null`
  while ((await askOne<{ n: number }>(waiting)).n > 0) await sleep(500)
}

const of = (form: Omit<FormCase, 'as' | 'at'>): FormCase => ({
  ...form,
  as: 'slawomir.gajewski@partnership-desk.example',
  at: '/publications',
  action: `publications ${form.action}`,
  first: nothingIsBuilt,
})

export const publicationErrands: FormErrand[] = [
  {
    name: 'a publication, asked for, agreed to and dropped',
    cases: [
      of({
        action: 'askAction',
        button: 'Build it',
        wrong: { typed: { quarter }, field: 'profile', says: /^Select who may read it$/ },
        right: { profile: 'open', quarter },
        goesTo: /done=asked/,
        counts: asked,
        corrects: ADDS,
        keepsWords: 'two choices: nothing is typed',
      }),
      of({
        action: 'agreeAction',
        button: 'Agree to',
        cannotBeWrong: BUTTON,
        right: {},
        goesTo: /done=agreed/,
        counts: `${asked} and first_by is not null`,
        corrects: ENDS,
        keepsWords: NOTHING_TYPED,
      }),
      of({
        action: 'dropAction',
        button: 'Do not publish',
        cannotBeWrong: BUTTON,
        right: {},
        goesTo: /done=dropped/,
        counts: `${asked} and dropped_at is not null`,
        corrects: ENDS,
        keepsWords: NOTHING_TYPED,
      }),
    ],
  },
]
