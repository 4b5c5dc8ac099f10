import { readdirSync, readFileSync } from 'node:fs'
import { ask } from '../database'
import { dayIn } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand, type Ids } from './form-case'
import type { Session } from './session'

const steward = 'jahanara.sarker@housing.example'
const daniel = 'daniel.asmelash@partnership-desk.example'
const button = { cannotBeWrong: 'one button: it asks nothing', right: {}, corrects: ENDS }
const untyped = 'one button: nothing is typed'
const mark = Math.random().toString(36).slice(2, 8)

/** Sends a file of two people, and waits until it has been read; `batch` is what became of it. */
const sendPeople = (rows: string) => async (session: Session, ids: Ids) => {
  const text = `Our number,Forename,Surname,Date of birth\n${rows}\n`
  const file = new File([text], `people-${mark}.csv`, { type: 'text/csv' })
  const goesTo = await session.sendFiles('/transfer/send', 'file', [file])
  ids.batch = goesTo.split('/').at(-1) ?? ''
  await until('received')(session, ids)
}

/** Waits until the worker beside the app has brought the file so far. */
const until = (state: string) => async (_: Session, ids: Ids) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await ask<{ state: string }>('select state from import_batch where id = $1', [
      ids.batch,
    ])
    if (row?.state === state) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error(`The file did not become ${state}`)
}

/** The same, once the file before it has been read again: one of a user at a time. */
const afterReading = (rows: string) => async (session: Session, ids: Ids) => {
  await until('received')(session, ids)
  await sendPeople(rows)(session, ids)
}

const file = (
  form: Pick<FormCase, 'action' | 'button' | 'counts'> & Partial<FormCase>,
): FormCase => ({
  as: steward,
  at: '/transfer/{batch}',
  goesTo: /^\/transfer/,
  keepsWords: untyped,
  ...button,
  ...form,
  action: `transfer ${form.action}`,
})
const become = (state: string) =>
  `select count(*) as n from import_batch where id = '{batch}' and state ${state}`

/** The tick that what takes something away asks for. */
const once = (step: string, of: string) => ({
  wrong: {
    typed: {},
    field: `${step}-sure`,
    says: new RegExp(`^Tick to say that you want to ${of}`),
  },
  right: { sure: 'on' },
})

const transfer: FormCase[] = [
  file({
    action: 'headingAction',
    first: sendPeople(`Z0${mark},Zed,Quill,12/03/1985`),
    button: 'Read the file again',
    wrong: {
      typed: { line: '' },
      field: 'heading-line',
      says: /^Select the line that names the columns$/,
    },
    right: { line: '1' },
    counts: `select count(*) as n from import_batch where id = '{batch}'
      and mapping ? 'headingAsked'`,
    corrects: 'a file is read again as often as one likes, until it goes in',
  }),
  file({
    action: 'checkAction',
    needs: {
      ofTeam: `select t.id from team t join membership m on m.agency_id = t.agency_id
        join app_user u on u.id = m.user_id where u.email = '${steward}' and t.ended_at is null limit 1`,
    },
    first: afterReading(`Z1${mark},Zola,Quill,12/03/1985\nZ2${mark},Zuri,Quill,1/4/1990`),
    button: 'Check the rows',
    wrong: {
      typed: { columns: ['', 'given', 'family', 'birth'] },
      ...{ field: 'kind', says: /^Select what being on this list means$/ },
    },
    right: {
      team: '{ofTeam}',
      columns: ['localRef', 'given', 'family', 'birth'],
      orders: ['', '', '', 'dmy'],
      kind: 'reference',
      nameOrder: 'given_first',
    },
    counts: become(`<> 'received'`),
    corrects: 'a file is read once more as often as one likes, until it goes in',
    keepsWords: 'nothing is typed: what each column is was guessed, and is guessed again',
  }),
  file({
    action: 'confirmAction',
    first: until('checked'),
    button: 'Let',
    counts: become(`not in ('received', 'checking', 'checked')`),
  }),
  file({
    action: 'undoAction',
    first: until('done'),
    button: 'Undo this file',
    ...once('undo', 'undo'),
    counts: become(`not in ('done', 'importing')`),
  }),
  file({
    action: 'abandonAction',
    first: sendPeople(`Z3${mark},Zeno,Quill,12/03/1985`),
    button: 'Drop this file',
    ...once('abandon', 'drop'),
    counts: `select 1 - count(*) as n from import_batch where id = '{batch}'
      and state not in ('abandoned', 'dropped')`,
  }),
]

const folder = 'tests/fixtures/areas'
const sendAreas = async (session: Session, ids: Ids) => {
  const files = readdirSync(folder).map(
    (name) => new File([readFileSync(`${folder}/${name}`)], name),
  )
  ids.upload =
    (await session.sendFiles('/admin/areas/send', 'files', files)).split('/').at(-1) ?? ''
  await untilRead(ids.upload)
}

/** Waits until the worker has read the files. */
async function untilRead(upload: string) {
  for (let tries = 0; tries < 200; tries += 1) {
    const sql = 'select 1 from area_upload where id = $1 and found is not null'
    if ((await ask(sql, [upload])).length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error('The files were not read')
}

const areas: FormCase[] = [
  {
    action: 'admin/areas forgetAction',
    as: daniel,
    first: sendAreas,
    at: '/admin/areas/uploads/{upload}',
    button: 'Throw these files away',
    ...button,
    goesTo: /done=forgotten/,
    counts: `select 1 - count(*) as n from area_upload where id = '{upload}'`,
    keepsWords: untyped,
  },
  {
    action: 'admin/areas loadAction',
    as: daniel,
    first: sendAreas,
    at: '/admin/areas/uploads/{upload}',
    button: 'Load these sets',
    wrong: { typed: { attribution: '' }, field: 'attribution', says: /^Say whose data it is$/ },
    right: { attribution: `Tinbury is invented ${mark}`, licence: 'None is needed' },
    goesTo: /done=loaded/,
    counts: `select least(1, count(*)) as n from area_set
      where attribution = 'Tinbury is invented ${mark}'`,
    corrects: ADDS,
    keepsWords: true,
    gives: {
      set: `select id from area_set where attribution = 'Tinbury is invented ${mark}' limit 1`,
    },
  },
  {
    action: 'admin/areas datesAction',
    as: daniel,
    at: '/admin/areas/{set}',
    button: 'Save days',
    wrong: {
      typed: { ...dayIn('from', 9), ...dayIn('until', 2) },
      ...{ field: 'until', says: /^The last day cannot come before the first$/ },
    },
    right: { ...dayIn('from', -90), ...dayIn('until', 90) },
    goesTo: /done=dated/,
    counts: `select count(*) as n from area_set where id = '{set}' and valid_to is not null`,
    corrects: {
      theirs: dayIn('until', 91),
      mine: dayIn('until', 92),
      shown: [/A colleague saved/, /You have typed/],
    },
    keepsWords: 'two days: nothing is typed',
  },
]

export const fileErrands: FormErrand[] = [
  { name: 'a file of people', cases: transfer },
  { name: 'files of areas', cases: areas },
]
