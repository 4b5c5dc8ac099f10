import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openCsv } from '@/lib/transfer/csv'
import { contactKindOf, outcomeOf } from '@/lib/transfer/feed-words'
import { readFeedRow } from '@/lib/transfer/headline-feed'
import { suggestMapping } from '@/lib/transfer/suggest'

const now = '2026-11-24'
const header = [
  'Person number',
  'Team',
  'Worker',
  'Team phone',
  'From',
  'To',
  'Last contact date',
  'Last contact kind',
  'Last contact kept',
  'Next appointment date',
  'Next appointment time',
]
const { mapping } = suggestMapping(header, [], 'headline_feed', now)
const whole = {
  'Person number': 'PR00001',
  Team: 'North team',
  Worker: 'Joy Okafor',
  'Team phone': '01632 960 001',
  From: '03/02/2026',
  'Last contact date': '20/11/2026',
  'Last contact kind': 'Home visit',
  'Last contact kept': 'DNA',
  'Next appointment date': '26/11/2026',
  'Next appointment time': '2.30pm',
}
const read = (cells: Record<string, string>) =>
  readFeedRow(
    { line: 3, cells: header.map((name) => cells[name] ?? ''), problem: null },
    header,
    mapping,
    { now },
  )

describe('a row of a headline feed', () => {
  it('is read whole', () => {
    expect(read(whole)).toEqual({
      ok: true,
      line: 3,
      value: {
        localRef: 'PR00001',
        team: 'North team',
        worker: 'Joy Okafor',
        teamPhone: '01632 960 001',
        workerPhone: null,
        from: '2026-02-03',
        until: null,
        last: { date: '2026-11-20', kind: 'home_visit', outcome: 'not_seen' },
        next: { date: '2026-11-26', time: '14:30', at: '2026-11-26T14:30:00.000Z' },
        none: ['until'],
      },
      warnings: [],
    })
  })

  it('says what it has a column for and leaves empty, and not what cannot be read', () => {
    const none = (cells: Record<string, string>) => {
      const row = read({ 'Person number': 'PR1', Team: 'North', ...cells })
      return row.ok ? row.value.none : null
    }
    expect(none({})).toEqual(['worker', 'until', 'next'])
    expect(none({ Worker: 'Unallocated', To: 'soon' })).toEqual(['worker', 'next'])
    expect(none({ Worker: 'Joy' })).toEqual(['until', 'next'])
  })

  it('names a worker as people do, and nobody where none is allocated', () => {
    const worker = (text: string) => {
      const row = read({ 'Person number': 'PR1', Team: 'North', Worker: text })
      return row.ok ? row.value.worker : 'refused'
    }
    expect(worker('BYRNE, Colm')).toBe('Colm Byrne')
    expect(worker('van der Berg, Anna')).toBe('Anna van der Berg')
    expect(worker('Colm  Byrne')).toBe('Colm Byrne')
    for (const nobody of ['Unallocated', 'not yet assigned', 'Vacant post', 'TBC', 'Duty worker'])
      expect(worker(nobody)).toBeNull()
  })

  it('needs a number and a team or worker', () => {
    expect(read({ 'Person number': 'PR1', Worker: 'Joy' })).toMatchObject({ ok: true })
    expect(read({ Team: 'North' })).toMatchObject({
      ok: false,
      refusals: [{ column: 'Person number' }],
    })
    expect(read({ 'Person number': 'PR1' })).toMatchObject({
      ok: false,
      refusals: [{ line: 3, column: null, message: 'Neither a team nor a worker.' }],
    })
    expect(read({ ...whole, To: '01/02/2026' })).toMatchObject({
      ok: false,
      refusals: [{ column: 'To', message: 'The work ends before it begins.' }],
    })
  })

  it.each([
    ['Last contact date', '25/11/2026', 'lies ahead'],
    ['Next appointment date', '01/11/2026', 'lies behind'],
    ['Team phone', 'ask Joy', 'Not a telephone number'],
    ['From', '2026', 'is no date'],
  ])('goes in with a warning for %s %s', (column, text, words) => {
    const result = read({ ...whole, [column]: text })
    expect(result).toMatchObject({
      ok: true,
      warnings: [{ line: 3, column, message: expect.stringContaining(words) }],
    })
  })

  it.each([
    ['Last contact kind', 'Ouija', 'Last contact kind', 'no kind of contact called “Ouija”'],
    ['Last contact kind', '', 'Last contact date', 'has a date and no kind'],
    ['Last contact kept', 'perhaps', 'Last contact kept', 'cannot tell whether “perhaps”'],
    ['Last contact kept', '', 'Last contact date', 'not said whether'],
    ['Next appointment time', 'later', 'Next appointment time', '“later” is no time of day'],
    ['Next appointment time', '', 'Next appointment date', 'has a date and no time'],
  ])('is refused with its line and column for %s %j', (column, text, where, words) => {
    expect(read({ ...whole, [column]: text })).toEqual({
      ok: false,
      line: 3,
      localRef: 'PR00001',
      refusals: [{ line: 3, column: where, message: expect.stringContaining(words) as string }],
    })
  })

  it('reads a time beside the date, in summer time, and takes midnight for none', () => {
    const next = (date: string) => {
      const result = read({ 'Person number': '1', Team: 'N', 'Next appointment date': date })
      return result.ok ? result.value.next : result.refusals[0]?.message
    }
    expect(next('01/07/2027 10:00')).toEqual({
      date: '2027-07-01',
      time: '10:00',
      at: '2027-07-01T09:00:00.000Z',
    })
    expect(next('2027-07-01 00:00')).toContain('has a date and no time')
  })
})

it('the sample feed goes in without a hand on it, and without a warning', async () => {
  const path = new URL('../../fixtures/extracts/housing_headline_feed.csv', import.meta.url)
  const file = openCsv(readFileSync(path))
  const rows = []
  for await (const row of file.rows()) rows.push(row)
  const cells = rows.map((row) => row.cells)
  const found = suggestMapping(file.header, cells, 'headline_feed', now)
  expect(found.columns.flatMap(({ doubt }) => doubt ?? [])).toEqual([])
  const results = rows.map((row) => readFeedRow(row, file.header, found.mapping, { now }))
  expect(results.length).toBeGreaterThan(50)
  for (const result of results) expect(result).toMatchObject({ ok: true, warnings: [] })
  const values = results.flatMap((result) => (result.ok ? [result.value] : []))
  expect(values.every(({ last }) => last?.kind && last.outcome)).toBe(true)
  expect(values.some(({ until }) => until !== null)).toBe(true)
  expect(values.some(({ next }) => next?.at)).toBe(true)
})

describe('agencies’ words', () => {
  it.each([
    ['Telephone call', 'phone'],
    ['SMS', 'text'],
    ['Face to Face', 'office'],
    ['MS Teams', 'video'],
    ['HOME VISIT', 'home_visit'],
    ['Day centre', 'centre'],
    ['Outreach', 'street'],
    ['Journal entry', 'letter'],
    ['', null],
    ['Ouija', null],
  ])('kind %j is %s', (text, kind) => expect(contactKindOf(text)).toBe(kind))

  it.each([
    ['Y', 'kept'],
    ['Attended', 'kept'],
    ['Not attended', 'not_seen'],
    ['Did not attend', 'not_seen'],
    ['N', 'not_seen'],
    ['No reply', 'no_reply'],
    ['Cancelled by service', 'cancelled_by_us'],
    ['Cancelled', 'cancelled_by_person'],
    ['perhaps', null],
  ])('outcome %j is %s', (text, outcome) => expect(outcomeOf(text)).toBe(outcome))
})
