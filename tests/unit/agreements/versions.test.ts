import { describe, expect, it } from 'vitest'
import type { Term } from '@/lib/agreements/rules'
import { groupLabel, groupsInUse, newestOf, waitingFor } from '@/lib/agreements/versions'

const team = (id: string) => ({ id, name: id, agency: 'an agency' })
const group = (id: string, number: number, teams: string[], versionOf: string | null = null) => ({
  ...{ id, number, versionOf, name: 'Those who help', answers: [] },
  teams: teams.map(team),
})
const groups = [
  group('one', 1, ['a', 'b']),
  group('two', 2, ['b', 'c'], 'one'),
  group('three', 3, ['b', 'd'], 'one'),
  group('apart', 1, ['z']),
]
const now = new Date('2026-11-24T12:00:00Z')
const term = (groupId: string, giverId: string, endsAt: Date | null = null): Term => ({
  ...{ id: groupId + giverId, giverId, giver: giverId, category: 'housing', groupId, level: 4 },
  ...{ purpose: '', forbiddenUses: [], onConsent: false, counted: false, endedNow: false },
  startsAt: new Date('2026-01-01'),
  endsAt,
})

describe('versions of a group', () => {
  it('are told apart by a number, and the last is found by any of them', () => {
    expect(groups.map(groupLabel)[2]).toBe('Those who help (version 3)')
    expect(newestOf(groups, 'one')?.id).toBe('three')
    expect(newestOf(groups, 'apart')?.id).toBe('apart')
  })

  it('matter while they are the last, or a term runs to them', () => {
    const terms = [term('one', 'us'), term('two', 'us', new Date('2026-02-01'))]
    expect(groupsInUse(groups, terms, now).map(({ id }) => id)).toEqual(['one', 'three', 'apart'])
  })

  it('wait for a giver whose terms run to an older one, and say what would change', () => {
    const [waiting, ...others] = waitingFor(groups, [term('one', 'us')], 'us', now)
    expect(others).toEqual([])
    expect(waiting?.group.id).toBe('three')
    expect(waiting?.added.map(({ id }) => id)).toEqual(['d'])
    expect(waiting?.removed.map(({ id }) => id)).toEqual(['a'])
    for (const terms of [
      [term('one', 'them')],
      [term('three', 'us')],
      [term('apart', 'us')],
      [term('one', 'us', new Date('2026-02-01'))],
    ])
      expect(waitingFor(groups, terms, 'us', now)).toEqual([])
  })
})
