import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PropositionWords } from '@/lib/propositions/schema'
import { readinessPlace } from '@/tests/support/factories/readiness-place'

let made: Awaited<ReturnType<typeof readinessPlace>>
let commands: typeof import('@/lib/propositions/commands')
let queries: typeof import('@/lib/propositions/queries')
beforeAll(async () => {
  made = await readinessPlace()
  commands = await import('@/lib/propositions/commands')
  queries = await import('@/lib/propositions/queries')
})
afterAll(() => made.end())

const partner = (name: string, sector: string) => ({
  ...{ name, sector, changes: 'Something', pays: null, saves: null },
})
const words: PropositionWords = {
  ...{ title: 'Jobs near home', need: 'Work', change: 'Tasters', outcomes: 'In work' },
  partners: [partner('A college', 'public'), partner('A bakery', 'private')],
}
const begin = (one = words) =>
  made.as('clinicOfficer', (scope) => commands.beginProposition(scope, one))
const read = (who: Parameters<typeof made.as>[0], paper: string) =>
  made.as(who, (scope) => queries.listPapers(scope, paper))

test('a draft is its own agency’s; what is shared is read by whoever may look', async () => {
  const paper = await begin()
  expect(await read('clinicOfficer', paper)).toHaveLength(1)
  expect(await read('commissioner', paper)).toEqual([])
  for (const other of [
    () => made.as('officer', (scope) => commands.shareProposition(scope, paper)),
    () => made.as('officer', (scope) => commands.commentOn(scope, paper, 'Seen')),
    () => made.as('officer', (scope) => commands.saveProposition(scope, paper, words, 1)),
    () => made.as('worker', (scope) => commands.beginProposition(scope, words)),
  ])
    await expect(other()).rejects.toThrow()
  await made.as('clinicOfficer', (scope) => commands.shareProposition(scope, paper))
  expect(await read('commissioner', paper)).toHaveLength(1)
  expect(await read('worker', paper)).toEqual([])
  await made.as('officer', (scope) => commands.commentOn(scope, paper, 'Seen'))
  const comments = await made.as('commissioner', (s) => queries.listComments(s, paper))
  expect(comments).toMatchObject([{ words: 'Seen', version_no: 1 }])
})

test('is shared with partners of two sectors, and agreed by two people of two agencies', async () => {
  const alone = await begin({ ...words, partners: [partner('A college', 'public')] })
  const share = (paper: string) =>
    made.as('clinicOfficer', (scope) => commands.shareProposition(scope, paper))
  await expect(share(alone)).rejects.toThrow('two sectors')
  const paper = await begin()
  const agree = (who: 'clinicOfficer' | 'officer' | 'commissioner') =>
    made.as(who, (scope) => commands.agreeProposition(scope, paper))
  await expect(agree('clinicOfficer')).rejects.toThrow('Share it first')
  await share(paper)
  await agree('officer')
  await expect(agree('commissioner')).rejects.toThrow('Somebody of another')
  // A new version undoes the first yes.
  await made.as('clinicOfficer', (s) =>
    commands.saveProposition(s, paper, { ...words, title: 'More jobs' }, 1),
  )
  expect((await read('officer', paper))[0]).toMatchObject({ first_at: null, version: 2 })
  await agree('commissioner')
  await agree('clinicOfficer')
  expect((await read('officer', paper))[0]?.agreed_at).not.toBeNull()
  await expect(
    made.as('officer', (s) => commands.saveProposition(s, paper, words, 2)),
  ).rejects.toThrow('agreed to')
})

test('two who save upon the same version: the second is shown the first’s words', async () => {
  const paper = await begin()
  const save = (title: string) =>
    made.as('clinicOfficer', (s) => commands.saveProposition(s, paper, { ...words, title }, 1))
  await save('Theirs')
  await expect(save('Mine')).rejects.toMatchObject({
    name: 'Stale',
    version: 2,
    theirs: { title: 'Theirs' },
  })
})

test('a pinned figure is read by the database, stays, and is taken off once', async () => {
  const round = await made.closedWith({ public: [8, 8, 8, 8, 8], lived: [2, 2, 2, 3, 3] })
  const [item] = await made.itemsOf(round)
  const paper = await begin()
  await made.as('clinicOfficer', (s) => commands.pinFigure(s, paper, `readiness ${item?.id ?? ''}`))
  const pinned = () => made.as('clinicOfficer', (s) => queries.listEvidence(s, paper))
  expect(await pinned()).toMatchObject([{ value: '6', source: 'Readiness, Round' }])
  await made.closedWith({ public: [5, 5, 5, 5, 5], lived: [5, 5, 5, 5, 5] })
  expect(await pinned()).toMatchObject([{ value: '6' }])
  // Nobody types a value, and no figure that is not shown can be pinned by hand.
  const byHand = (kind: string, origin: object) =>
    made.as(
      'clinicOfficer',
      ({ db }) => db.$executeRaw`select proposing.pin(${paper}::uuid, ${kind},
        ${JSON.stringify(origin)}::jsonb, 'A figure', null, 'Me', current_date)`,
    )
  const few = await made.closedWith({ public: [8, 8, 8, 8], lived: [2, 2, 2, 3, 3] })
  const [hidden] = await made.itemsOf(few)
  for (const [kind, origin] of [
    ['readiness', { round: few, item: hidden?.id }],
    ['published', { no: 1, profile: 'commissioner', table: 'needs', keys: ['work', 'current'] }],
    ['mine', { value: 12 }],
  ] as const)
    await expect(byHand(kind, origin), kind).rejects.toThrow()
  const [one] = await pinned()
  await made.as('clinicOfficer', (s) => commands.takeOff(s, one?.id ?? ''))
  expect(await pinned()).toEqual([])
  await expect(made.as('clinicOfficer', (s) => commands.takeOff(s, one?.id ?? ''))).rejects.toThrow(
    'already',
  )
})

test('a figure published for commissioners is theirs on a paper too; nobody writes by hand', async () => {
  const paper = await begin()
  await made.as('clinicOfficer', (scope) => commands.shareProposition(scope, paper))
  await made.rows(
    `insert into proposition.evidence (id, paper_id, kind, label, value, source, as_of, origin, pinned_at)
     values ($1, $2, 'published', 'People', '40', 'Publication 1', current_date,
       '{"profile": "commissioner"}', now()) returning id`,
    [randomUUID(), paper],
  )
  const seen = (who: 'commissioner' | 'officer') =>
    made.as(who, (scope) => queries.listEvidence(scope, paper))
  expect(await seen('commissioner')).toHaveLength(1)
  expect(await seen('officer')).toEqual([])
  for (const table of ['paper', 'version', 'evidence', 'comment'])
    for (const sql of ['delete from', 'update'])
      await expect(
        made.app.query(`${sql} proposition.${table}${sql === 'update' ? ' set id = id' : ''}`),
        `${sql} ${table}`,
      ).rejects.toMatchObject({ code: '42501' })
  expect((await made.app.query('select 1 from proposition.paper')).rowCount).toBe(0)
})
