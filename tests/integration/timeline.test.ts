import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import type { TimelineItem } from '@/lib/people/view'
import { pagesOf, said, timelinePlace, type Ask } from '@/tests/support/factories/timeline-place'
import type { Worker, WorkingPlace } from '@/tests/support/factories/working-place'

let place: WorkingPlace
const sam = () => place.people.sam

beforeAll(async () => {
  place = await timelinePlace()
})
afterAll(() => place.close())

const listOf = (who: Worker, from?: Ask) => place.as(who, (scope) => pagesOf(scope, sam(), from))
const since = (items: TimelineItem[], day: string) => items.filter((item) => item.day >= day)

describe('what happened', () => {
  test('stands in one list, in order of happening', async () => {
    const list = since(await listOf('priya'), '2026-02-01').map(said)
    expect(list).toEqual([
      '2026-03-20 warning ended: probation',
      // The one that it renews is not said to have ended.
      '2026-03-01 warning: probation',
      '2026-02-08 work ended: housing',
      '2026-02-08 work: housing',
      '2026-02-07 assessment: probation',
      ...list.filter((line) => line.startsWith('2026-02-05')),
      '2026-02-04 needs: clinic',
      '2026-02-02 needs: housing',
      // What has a time is newer on its day than what has a day alone; a move is one line.
      '2026-02-01 contact: probation',
      '2026-02-01 living: probation',
    ])
    expect(list.filter((line) => line.startsWith('2026-02-05')).sort()).toEqual([
      '2026-02-05 contact: probation',
      '2026-02-05 needs: probation',
    ])
  })

  test('is told as far as it is the reader’s', async () => {
    const list = await listOf('priya')
    const one = (what: string, day: string) =>
      list.find((item) => item.what === what && item.day === day)
    expect(one('living', '2026-02-01')).toMatchObject({ code: 'A08C', area: 'Northgate' })
    expect(one('needs', '2026-02-02')).toMatchObject({
      author: null,
      needs: [
        { domain: 'homelessness', severity: 2, graded: true },
        { domain: 'money', severity: 2, graded: true },
      ],
    })
    expect(one('needs', '2026-02-04')).toMatchObject({ needs: [{ severity: null, graded: false }] })
    expect(one('needs', '2026-02-05')).toMatchObject({ author: 'priya', withdrawnWhy: 'mistake' })
    expect(one('assessment', '2026-02-07')).toMatchObject({ total: 27, author: 'priya' })
    expect(one('work', '2026-02-08')).toMatchObject({ team: 'housing team', reason: 'finished' })
    expect(one('warning', '2026-01-31')).toMatchObject({ lapsed: true, agency: 'another service' })
  })

  test('has not happened before its day', async () => {
    const list = await listOf('tom')
    expect(JSON.stringify(list)).not.toContain('To come')
    expect(list.every(({ day }) => day <= today())).toBe(true)
  })
})

describe('readers', () => {
  // January to March, but for contacts: what each is told changed.
  const changes: Partial<Record<Worker, string[]>> = {
    tom: [
      '2026-03-20 warning ended: probation',
      '2026-03-01 warning: probation',
      '2026-02-20 address ended: housing',
      '2026-02-09 needs: housing',
      '2026-02-08 work ended: housing',
      '2026-02-08 work: housing',
      '2026-02-07 assessment: probation',
      '2026-02-04 needs: clinic',
      '2026-02-03 address: housing',
      '2026-02-02 needs: housing',
      '2026-01-31 warning ended: another service',
      '2026-01-11 warning: another service',
      '2026-01-10 warning: probation',
    ],
    dana: [
      '2026-03-20 warning ended: probation',
      '2026-03-01 warning: probation',
      '2026-02-08 work ended: housing',
      '2026-02-08 work: housing',
      '2026-02-07 assessment: probation',
      '2026-02-04 needs: clinic',
      '2026-02-02 needs: housing',
      '2026-01-31 warning ended: another service',
      '2026-01-12 warning: clinic',
      '2026-01-11 warning: another service',
      '2026-01-10 warning: probation',
    ],
    // Headlines only.
    vi: [
      '2026-03-20 warning ended: probation',
      '2026-03-01 warning: probation',
      '2026-02-08 work ended: housing',
      '2026-02-08 work: housing',
      '2026-02-05 needs: probation',
      '2026-02-04 needs: clinic',
      '2026-02-02 needs: housing',
      '2026-02-01 living: probation',
      '2026-01-31 warning ended: another service',
      '2026-01-11 warning: another service',
      '2026-01-10 warning: probation',
      '2026-01-01 living: probation',
    ],
    cass: [],
    ada: [],
  }
  test.each(Object.entries(changes))('%s is told what they may read', async (who, lines) => {
    const list = await listOf(who as Worker, { show: 'changes' })
    expect(since(list, '2026-01-01').map(said)).toEqual(lines)
  })

  test.each(['priya', 'mo', 'vi', 'tom', 'dana', 'lou', 'cass', 'olu', 'ada'] as const)(
    '%s is told of no row that they could not read by itself',
    async (who) => {
      const [list, own] = await place.as(who, async (scope) => [
        await pagesOf(scope, sam()),
        await readable(scope),
      ])
      expect(list.filter(({ id }) => !own.has(id))).toEqual([])
      // And of every row that happened, but ratings of one sitting, which are one line.
      const told = new Set(list.map(({ id }) => id))
      expect([...own].filter(([id, table]) => table !== 'need_rating' && !told.has(id))).toEqual([])
    },
  )

  test('who may not be known has neither name, team nor id', async () => {
    const list = JSON.stringify(await listOf('tom'))
    for (const id of [place.agencies.landlord, place.teams.landlord, place.users.lou])
      expect(list).not.toContain(id)
    expect(list).not.toContain('landlord')
    expect(await listOf('tom', { agency: place.agencies.landlord })).toEqual([])
  })
})

/** What the app's login reads of each table with a query of its own: id to table. */
async function readable({ db }: Scope): Promise<Map<string, string>> {
  const tables = [
    ...['contact', 'living_situation', 'address', 'need_rating', 'assessment', 'involvement'],
    'warning',
  ]
  const all = new Map<string, string>()
  for (const table of tables) {
    const started = table === 'warning' ? 'and starts_on <= access.today()' : ''
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      `select id from ${table} where person_id = $1::uuid ${started}`,
      sam(),
    )
    for (const { id } of rows) all.set(id, table)
  }
  return all
}
