import { describe, expect, test } from 'vitest'
import { differing, headline, togetherSince, unanswered } from '@/lib/needs/findings'
import { lanesOf, voiceOf, type Service } from '@/lib/needs/lanes'
import { laneSentence, saidLast } from '@/lib/needs/said'
import { mayCallOut } from '@/lib/needs/rules'
import type { Answer } from '@/lib/needs/steps'
import { unseenLane } from '@/lib/needs/unseen'
import { answer, service } from './answers'

const now = '2026-11-30'
const rowsOf = (answers: Answer[], services: Service[] = []) => lanesOf(answers, { services, now })
const rowOf = (domain: string, ...args: Parameters<typeof rowsOf>) =>
  rowsOf(...args).find((row) => row.domain === domain)
const voices = (domain: string, ...args: Parameters<typeof rowsOf>) =>
  rowOf(domain, ...args)?.lanes.map(({ by, person }) => (person ? 'the person' : by))

describe('lanes', () => {
  test('nothing at all: every need is there, unseen', () => {
    const rows = rowsOf([])
    expect(rows).toHaveLength(13)
    expect(rows.every(({ standing, lanes }) => standing === 'unseen' && !lanes.length)).toBe(true)
    expect(headline(rows)).toBe('Nobody has said how a need stands, as far as you can see')
  })

  test('a lane for each voice, by who spoke first, the person’s own last', () => {
    const answers = [
      answer({ agency: 'Housing First', ratedOn: '2026-10-01' }),
      answer({ agency: 'Housing First', ratedOn: '2026-02-01', byPerson: true, severity: 2 }),
      answer({ agency: 'The Lantern', ratedOn: '2024-01-01' }),
    ]
    expect(voices('homelessness', answers)).toEqual(['The Lantern', 'Housing First', 'the person'])
  })

  test('the person’s own view is one lane, whoever wrote it down, and in nobody else’s', () => {
    const own = { byPerson: true, severity: 1, ratedOn: '2026-11-01' }
    const answers = [
      answer(own),
      answer({ ...own, agency: 'The Lantern', severity: 2, ratedOn: '2026-10-01' }),
      answer({ severity: 4 }),
    ]
    const row = rowOf('homelessness', answers)
    expect(row?.lanes.map((lane) => voiceOf(lane, 'Danny’s own view'))).toEqual([
      ...['Housing First', 'Danny’s own view'],
    ])
    expect(row?.lanes.map(({ steps }) => steps.map(({ words }) => words))).toEqual([
      ...[['most serious'], ['some', 'a little']],
    ])
  })

  test('how a need stands is the workers’ to say, and the person’s where none has', () => {
    const own = answer({ byPerson: true, state: 'none', severity: null, ratedOn: '2026-11-01' })
    expect(rowOf('homelessness', [own, answer()])?.standing).toBe('now')
    expect(rowOf('homelessness', [own])?.standing).toBe('no')
  })

  test('a service that wrote down the person’s own view may still hold its own', () => {
    const agency = 'Community Mental Health'
    const own = answer({ domain: 'mental_health', agency, byPerson: true })
    expect(rowOf('mental_health', [own], [service()])?.lanes).toMatchObject([
      { person: true, held: null },
      { person: false, held: { agency } },
    ])
  })

  test('services that may not be known share the words for all of them', () => {
    const other = { agency: 'another service', own: false }
    const answers = [answer(other), answer({ ...other, ratedOn: '2026-01-01' })]
    expect(voices('homelessness', answers)).toEqual(['another service'])
  })

  test('harmed and causing harm are never one lane', () => {
    const of = { domain: 'domestic_abuse', agency: 'Haven' }
    const answers = [
      answer({ ...of, direction: 'harmed_by', ratedOn: '2026-10-01' }),
      answer({ ...of, direction: 'causing_harm', ratedOn: '2026-09-01' }),
      answer({ ...of, state: 'none', ratedOn: '2026-05-01' }),
    ]
    const lanes = rowOf('domestic_abuse', answers)?.lanes ?? []
    expect(lanes.map((lane) => voiceOf(lane, 'Danny')).sort()).toEqual([
      ...['Haven: causing harm', 'Haven: harmed by someone'],
    ])
    expect(lanes.map(({ steps }) => steps.length)).toEqual([2, 2])
  })

  test('what a service may know and does not tell is held by it, with whom to ring', () => {
    expect(rowOf('mental_health', [], [service()])?.lanes).toMatchObject([
      { held: { ring: 'Joy' }, steps: [{ drawn: 'held', words: 'held: ring Joy' }] },
    ])
    for (const not of [{ own: true }, { readable: true }, { endsOn: '2026-01-01' }])
      expect(rowOf('mental_health', [], [service(not)])?.lanes).toEqual([])
    const said = answer({ domain: 'mental_health', agency: 'Community Mental Health' })
    expect(rowOf('mental_health', [said], [service()])?.lanes).toMatchObject([{ held: null }])
    expect(rowOf('homelessness', [], [service()])?.lanes).toEqual([])
  })

  test('work has ended when all of a service’s work has', () => {
    const said = [answer({ ratedOn: '2026-03-01' })]
    const over = { agency: 'Housing First', endsOn: '2026-05-01' }
    const lane = rowOf('homelessness', said, [service(over)])?.lanes[0]
    expect(lane).toMatchObject({ ended: '2026-05-01', steps: [{ to: '2026-05-01' }] })
    expect(lane && saidLast(lane, now)).toEqual({ strong: '', rest: 'work ended May 2026' })
    const two = [service(over), service({ ...over, endsOn: null })]
    expect(rowOf('homelessness', said, two)?.lanes[0]?.ended).toBeNull()
  })

  test('a lane is said in a sentence, and what was said last beside it', () => {
    const row = rowOf('homelessness', [answer({ trend: 'better', ratedOn: '2026-11-21' })])
    const lane = row?.lanes[0]
    if (!row || !lane) throw new Error('no lane')
    expect(laneSentence(row, lane, 'Housing First', now)).toBe(
      'Homelessness, as seen by Housing First: a lot, from 21 November 2026 to now',
    )
    expect(saidLast(lane, now)).toEqual({ strong: 'better', rest: ', 9 days ago' })
    const long = rowOf('homelessness', [answer({ ratedOn: '2024-06-03' })])?.lanes[0]
    expect(long && saidLast(long, now).rest).toBe('nothing since June 2024')
  })
})

describe('what was found', () => {
  test('the heading says which way, and how many are recorded as not asked', () => {
    const rows = rowsOf([
      answer({ trend: 'better' }),
      answer({ domain: 'mental_health', trend: 'worse' }),
      answer({ domain: 'domestic_abuse', trend: 'worse' }),
      answer({ domain: 'isolation', state: 'not_asked', severity: null }),
    ])
    expect(headline(rows)).toBe(
      'Better for housing, more worry about mental health, one not asked about',
    )
  })

  test('without a way it says what is a need now, and old views give no way', () => {
    expect(headline(rowsOf([answer()]))).toBe('Homelessness is a need now')
    const old = answer({ trend: 'better', ratedOn: '2025-01-01' })
    expect(headline(rowsOf([old]))).toBe('Homelessness is a need now')
    expect(headline(rowsOf([answer({ state: 'none', severity: null })]))).toBe(
      'No need now, as far as you can see',
    )
  })

  test('views differ only among those who speak now', () => {
    const mine = answer({ severity: 4 })
    const theirs = answer({ agency: 'The Lantern', severity: 2 })
    const words = (...answers: Answer[]) =>
      differing(rowsOf(answers), ({ by, person }) => (person ? 'Danny' : by)).map(
        (one) => one.words,
      )
    expect(words(mine, answer({ byPerson: true, severity: 3, ratedOn: '2026-07-01' }))).toEqual([
      'Most serious, says Housing First; a lot, says Danny.',
    ])
    expect(words(mine, { ...theirs, ratedOn: '2025-01-01' })).toEqual([])
    expect(words(mine, { ...theirs, severity: 4 })).toEqual([])
    expect(words(mine, { ...theirs, severity: null })).toEqual([])
    expect(words(mine, { ...theirs, state: 'none', severity: null })).toHaveLength(1)
    expect(words({ ...mine, trend: 'better' }, { ...theirs, severity: 4, trend: 'worse' })).toEqual(
      ['Better, says Housing First; more worried, says The Lantern.'],
    )
  })

  test('needs have come together since the last of them began without a break', () => {
    const drugs = { domain: 'substance_use', agency: 'Recovery' }
    const rows = rowsOf([
      answer({ ratedOn: '2026-06-01' }),
      answer({ ratedOn: '2025-12-01', agency: 'The Lantern' }),
      answer({ ...drugs, ratedOn: '2026-02-01' }),
      answer({ ...drugs, ratedOn: '2025-06-01', state: 'none', severity: null }),
      answer({ ...drugs, ratedOn: '2025-01-01' }),
    ])
    expect(togetherSince(rows, ['homelessness', 'substance_use'], now)).toBe('2026-02-01')
    expect(togetherSince(rows, ['homelessness', 'justice'], now)).toBeNull()
    expect(togetherSince(rows, [], now)).toBeNull()
  })

  test('what the reader sees nothing of is not called unasked, in heading, picture or words', () => {
    const none = rowsOf([answer()])
    expect(headline(none)).toBe('Homelessness is a need now')
    const [row] = none.filter(({ domain }) => domain === 'isolation')
    const lane = unseenLane(now)
    expect(lane.steps).toMatchObject([{ drawn: 'unseen', words: 'nothing that you can see' }])
    if (!row) throw new Error('no row')
    expect(laneSentence(row, lane, '–', now)).toBe('Isolation: nothing that you can see')
    const asked = rowOf('isolation', [
      answer({ domain: 'isolation', state: 'not_asked', severity: null }),
    ])
    expect(asked?.lanes[0]?.steps).toMatchObject([{ drawn: 'not-asked', words: 'not asked' }])
  })

  test('nothing prompts anybody to ask where they may not be alone with the person', () => {
    const quiet = rowsOf([]).filter(({ domain }) => !mayCallOut(domain))
    expect(quiet.map(({ domain }) => domain).sort()).toEqual([
      ...['domestic_abuse', 'immigration', 'safeguarding'],
    ])
  })

  test('not known, not asked and unseen are three things', () => {
    const blank = { severity: null, agency: 'Jobcentre Plus' }
    const found = unanswered(
      rowsOf([
        answer({ ...blank, domain: 'work', state: 'not_known' }),
        answer({ ...blank, domain: 'isolation', state: 'not_asked' }),
      ]),
    )
    expect(found.notKnown.map(({ label }) => label)).toEqual(['Work and skills'])
    expect(found.notAsked.map(({ label }) => label)).toEqual(['Isolation'])
    expect(found.unseen).toHaveLength(11)
  })
})
