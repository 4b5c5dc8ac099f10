import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { SECTORS, STATEMENTS, type Sector } from '@/lib/readiness/statements'
import { readinessPlace } from '@/tests/support/factories/readiness-place'
import { connect } from '@/tests/support/factories/session'

let made: Awaited<ReturnType<typeof readinessPlace>>
beforeAll(async () => {
  made = await readinessPlace()
})
afterAll(() => made.end())

describe('a link', () => {
  test('opens its own round, is used once, and what was sent is changed under a key of one’s own', async () => {
    const round = await made.newRound('Autumn', ['We would notice'])
    const [link = ''] = await made.invite(round, 'lived', 1)
    const opened = await made.links.openLink(link, '192.0.2')
    if (opened.state !== 'open') throw new Error('The link does not open')
    expect(opened.items).toHaveLength(STATEMENTS.length + 1)
    const [first, second] = opened.items.map(({ id }) => id) as [string, string]
    const own = made.links.newOwnKey()
    const said = {
      [first]: { score: 7, comment: 'Said' },
      [second]: { score: null, comment: null },
    }
    expect(await made.links.sendSheet(link, own, said, '192.0.2')).toBe('saved')
    // Posted again, and by two at once: kept once.
    const again = await Promise.all(
      [1, 2].map(() => made.links.sendSheet(link, own, said, '192.0.2')),
    )
    expect(again).toEqual(['saved', 'saved'])
    // Whoever made the link, or finds it, reads nothing and changes nothing.
    expect(await made.links.openLink(link, '192.0.2')).toEqual({ state: 'none' })
    const over = made.links.sendSheet(
      link,
      made.links.newOwnKey(),
      { [first]: { score: 1, comment: null } },
      null,
    )
    expect(await over).toBe('none')
    const mine = await made.links.openLink(own, '192.0.2')
    expect(mine).toMatchObject({
      state: 'own',
      answers: { [first]: { score: 7, comment: 'Said' } },
    })
    await made.links.sendSheet(own, own, { [first]: { score: 3, comment: null } }, '192.0.2')
    expect(await made.rows('select score from readiness.answer')).toEqual([{ score: 3 }])
    await made.close(round)
    expect(await made.links.openLink(own, '192.0.2')).toEqual({ state: 'none' })
    expect(await made.links.sendSheet(own, own, said, '192.0.2')).toBe('none')
  })

  test('used by two at once with keys of their own is used by one', async () => {
    const round = await made.newRound()
    const [link = ''] = await made.invite(round, 'public', 1)
    const [item] = await made.itemsOf(round)
    const said = { [item?.id ?? '']: { score: 5, comment: null } }
    const both = await Promise.all(
      [1, 2, 3].map(() => made.links.sendSheet(link, made.links.newOwnKey(), said, null)),
    )
    expect(both.toSorted()).toEqual(['none', 'none', 'saved'])
    await made.close(round)
  })

  test('does not open another round, and takes no absurd answer', async () => {
    const before = await made.closedWith({ public: [5] })
    const [theirs] = await made.itemsOf(before)
    const round = await made.newRound()
    const [link = ''] = await made.invite(round, 'public', 1)
    const [item] = await made.itemsOf(round)
    const send = (said: unknown) =>
      made.links.sendSheet(
        link,
        made.links.newOwnKey(),
        said as Parameters<typeof made.links.sendSheet>[2],
        null,
      )
    const id = item?.id ?? ''
    for (const said of [
      ...[
        {},
        { [theirs?.id ?? '']: { score: 5 } },
        { [id]: { score: 11 } },
        { [id]: { score: 0 } },
      ],
      ...[{ [id]: { score: 'many' } }, { [id]: { score: 5.5 } }, { 'no id': { score: 5 } }],
      ...[{ [id]: { comment: 'x'.repeat(1001) } }, [5], 'yes', { [id]: 5 }],
    ])
      await expect(send(said), JSON.stringify(said)).rejects.toThrow()
    expect(await made.rows('select 1 from readiness.sheet')).toEqual([])
    expect((await made.links.openLink(link, null)).state).toBe('open')
    await made.as('commissioner', (scope) =>
      made.commands.endLinks(scope, { round, sector: 'public', role: 'Somebody' }),
    )
    expect((await made.links.openLink(link, null)).state).toBe('none')
    await made.close(round)
  })

  test('that is nobody’s is answered so, and slowly from the thirty-first on', async () => {
    const round = await made.newRound()
    const [link = ''] = await made.invite(round, 'public', 1)
    const tries: string[] = []
    for (let n = 0; n < 32; n += 1)
      tries.push((await made.links.openLink(randomUUID(), '198.51.100')).state)
    expect(tries.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'none'))
    expect(tries.slice(30)).toEqual(['wait', 'wait'])
    expect((await made.links.openLink(randomUUID(), '203.0.113')).state).toBe('none')
    expect((await made.links.openLink(link, '198.51.100')).state).toBe('open')
    expect(
      await made.rows(`select 1 from readiness.knock where network is not null`),
    ).not.toHaveLength(33)
    await made.close(round)
  })
})

describe('a round that has closed', () => {
  test('holds counts, and nothing that one person gave', async () => {
    const round = await made.closedWith({ public: [3, 4, 5, 6, 7] })
    expect(
      await made.rows('select 1 from readiness.sheet union all select 1 from readiness.answer'),
    ).toEqual([])
    expect(await made.rows('select 1 from readiness.comment where sheet_id is not null')).toEqual(
      [],
    )
    expect(await made.rows('select 1 from readiness.invited where link_hash is not null')).toEqual(
      [],
    )
    const kept = await made.rows<{ n: number }>(
      'select n from readiness.tally t join readiness.item i on i.id = t.item_id where round_id = $1',
      [round],
    )
    expect(kept.map(({ n }) => n)).toEqual([1, 1, 1, 1, 1])
    await expect(made.close(round)).rejects.toThrow('closed')
    await expect(made.invite(round, 'public', 1)).rejects.toThrow('closed')
  })

  test('shows a comment when it has been let through, as it was let through, and once', async () => {
    const round = await made.closedWith({ public: [3, 4] })
    const shown = () => made.as('officer', (s) => made.queries.listComments(s, round))
    const [one, two] = await made.as('commissioner', (s) =>
      made.queries.listWaitingComments(s, round),
    )
    expect(await shown()).toEqual([])
    await made.as('commissioner', (s) =>
      made.commands.decideComment(s, one?.id ?? '', 'Somebody says so'),
    )
    await made.as('commissioner', (s) => made.commands.decideComment(s, two?.id ?? '', null))
    expect((await shown()).map(({ words }) => words)).toEqual(['Somebody says so'])
    const again = made.as('commissioner', (s) =>
      made.commands.decideComment(s, one?.id ?? '', 'Else'),
    )
    await expect(again).rejects.toThrow('decided')
  })
})

describe('who may', () => {
  test('nobody’s login reads a row, and every sector’s key is as unreadable', async () => {
    const urls = [made.database.appUrl, made.database.workerUrl, made.database.insightUrl]
    const tables = await made.rows<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'readiness'`,
    )
    expect(tables.length).toBeGreaterThan(8)
    for (const url of [...urls, made.database.publisherUrl]) {
      const client = await connect(url)
      for (const { name } of tables)
        for (const sql of [`select 1 from`, `delete from`, `truncate`])
          await expect(client.query(`${sql} readiness.${name}`), name).rejects.toMatchObject({
            code: '42501',
          })
      await client.end()
    }
    for (const inner of [`take_apart('${randomUUID()}')`, `open('${randomUUID()}')`, `knocks('')`])
      await expect(made.app.query(`select asking.${inner}`), inner).rejects.toMatchObject({
        code: '42501',
      })
  })

  test('only who leads it opens, invites, closes, reads comments and promises', async () => {
    const round = await made.newRound()
    for (const who of ['officer', 'administrator', 'worker', 'custodian'] as const) {
      const attempts: ((scope: Scope) => Promise<unknown>)[] = [
        ({ db }) => db.$queryRaw`select asking.open_round('Mine', current_date + 9, '[{}]')`,
        ({ db }) => db.$queryRaw`select asking.invite(${round}::uuid, 'public', 'x', '{aa}')`,
        ({ db }) => db.$queryRaw`select asking.close_round(${round}::uuid)`,
        ({ db }) => db.$queryRaw`select asking.waiting_comments(${round}::uuid)`,
        ({ db }) => db.$queryRaw`select asking.add_action(null, 'x', 'x', 'x', current_date, null)`,
        (scope) => made.commands.closeRound(scope, round),
      ]
      for (const attempt of attempts) await expect(made.as(who, attempt)).rejects.toThrow()
    }
    await expect(made.as('worker', made.queries.listRounds)).rejects.toThrow()
    await expect(made.app.query('select * from asking.rounds()')).rejects.toThrow('signed out')
    await made.close(round)
  })

  test('one round is open at once, and its sectors are ours', async () => {
    const round = await made.newRound()
    await expect(made.newRound('Another')).rejects.toThrow('A round is open')
    for (const sector of ['council', 'public '])
      await expect(made.invite(round, sector as Sector, 1)).rejects.toThrow()
    for (const { key } of SECTORS) expect(await made.invite(round, key, 2)).toHaveLength(2)
    await expect(made.invite(round, 'public', 31)).rejects.toThrow('at most 30')
    await made.close(round)
  })
})

test('an action has an owner and a day, and is done or put away once', async () => {
  const dueOn = addDays(today(), 30)
  const action = {
    key: 'power',
    words: 'Pay for seats',
    owner: 'A',
    organisation: 'B',
    dueOn,
  } as const
  await made.as('commissioner', (s) => made.commands.addAction(s, { ...action, knownBy: null }))
  const [added] = await made.as('officer', made.queries.listActions)
  expect(added).toMatchObject({ item_key: 'power', owner: 'A', done_on: null })
  await made.as('commissioner', (s) => made.commands.endAction(s, added?.id ?? '', 'done'))
  const away = made.as('commissioner', (s) => made.commands.endAction(s, added?.id ?? '', 'away'))
  await expect(away).rejects.toThrow('already')
  const lines = await made.rows(
    `select kind from audit_event where table_name = 'action' order by at`,
  )
  expect(lines).toEqual([{ kind: 'insert' }, { kind: 'update' }])
})
