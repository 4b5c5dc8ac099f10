import { describe, expect, test } from 'vitest'
import type { InvolvedTeam } from '@/lib/people/view'
import { spellWords, teamFinding, teamTime } from '@/lib/team/bars'

const now = '2026-11-24'
const work = (teamId: string, startsOn: string, endsOn: string | null = null): InvolvedTeam => ({
  ...{ id: `${teamId} ${startsOn}`, teamId, team: teamId, agency: 'An agency', startsOn, endsOn },
  ...{ endReason: null, cameFrom: 'present', own: false, phone: null, hours: null, version: 1 },
  ...{ function: 'support', agencyKind: 'charity', private: false, workers: [], lastSeen: null },
})

describe('who worked with somebody when', () => {
  test('those at work now first, each team once', () => {
    const { teams } = teamTime(
      [
        work('one', '2020-01-01', '2021-01-01'),
        work('two', '2024-01-01'),
        work('one', '2025-01-01'),
      ],
      now,
    )
    expect(teams.map(({ teamId, isNow }) => [teamId, isNow])).toEqual([
      ['one', true],
      ['two', true],
    ])
    expect(teams[0]?.bars.map((bar) => bar.isNow)).toEqual([false, true])
  })

  test('bars lie between the first year and today', () => {
    const { from, teams, years } = teamTime(
      [
        work('one', '2025-01-01'),
        work('two', '2025-12-13', '2025-12-13'),
        work('new', '2027-01-01'),
      ],
      now,
    )
    expect(from).toBe('2025-01-01')
    expect(years.map(({ year }) => year)).toEqual([2025, 2026])
    expect(teams.find(({ teamId }) => teamId === 'one')?.bars[0]).toMatchObject({
      at: 0,
      long: 100,
    })
    for (const { bars } of teams)
      for (const { at, long } of bars) {
        expect(long).toBeGreaterThan(0)
        expect(at + long).toBeLessThanOrEqual(100.9)
      }
  })

  test('what began before ten years ago begins at the edge, and few years are written', () => {
    const { years, teams } = teamTime([work('one', '1990-05-05', '2020-01-01')], now)
    expect(years.length).toBeLessThanOrEqual(6)
    expect(teams[0]?.bars[0]?.at).toBe(0)
  })

  test('in words', () => {
    const ended = work('one', '2020-01-01', '2021-01-01')
    expect(teamFinding(teamTime([ended, work('two', '2024-01-01')], now))).toBe(
      '1 team works with them now, 1 did before',
    )
    expect(teamFinding(teamTime([ended], now))).toBe(
      'No team that you can see works with them now, 1 did before',
    )
    // Until the end of its last day it goes on.
    expect(teamFinding(teamTime([work('one', '2020-01-01', now)], now))).toBe(
      '1 team works with them now',
    )
    expect(spellWords(ended)).toBe('1 January 2020 to 1 January 2021')
    expect(spellWords(work('two', '2024-01-01'))).toBe('since 1 January 2024')
  })
})
