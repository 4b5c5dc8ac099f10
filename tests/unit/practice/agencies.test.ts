import { describe, expect, it } from 'vitest'
import type { Category, Role } from '@/prisma/practice/agencies/agency-types'
import { makeAgencies } from '@/prisma/practice/agencies/make-agencies'

const world = makeAgencies(1)
const teamKeys = new Set(world.teams.map((t) => t.key))
const agencyOf = new Map(world.teams.map((t) => [t.key, t.agencyKey]))

describe('agencies of the practice place', () => {
  it('are eighteen and a desk, in thirty teams and two, with directory entries apart', () => {
    expect(world.agencies.filter((a) => a.signsIn)).toHaveLength(19)
    expect(world.agencies.filter((a) => !a.signsIn)).toHaveLength(3)
    expect(world.teams).toHaveLength(32)
    const functions = new Set(world.teams.map((t) => t.function))
    expect(functions.size).toBe(5)
    const signing = new Set(world.agencies.filter((a) => a.signsIn).map((a) => a.key))
    expect(world.teams.filter((t) => !signing.has(t.agencyKey))).toEqual([])
  })

  it('have people in every role, each once, some with two memberships', () => {
    const roles: Role[] = ['practitioner', 'limited_worker', 'manager', 'record_steward']
    roles.push('custodian', 'commissioner', 'information_officer', 'administrator')
    for (const role of roles) expect(world.memberships.map((m) => m.role)).toContain(role)
    expect(new Set(world.users.map((u) => u.key)).size).toBe(world.users.length)
    expect(new Set(world.users.map((u) => u.email)).size).toBe(world.users.length)
    const twice = world.users.filter(
      (u) => world.memberships.filter((m) => m.userKey === u.key).length > 1,
    )
    expect(twice.length).toBeGreaterThanOrEqual(5)
    for (const user of world.users) {
      expect(user.email).toMatch(/^[a-z.-]+@[a-z-]+\.example$/)
      expect(user.phone).toMatch(/^01632 960\d{3}$/)
    }
    for (const m of world.memberships) {
      if (m.teamKey !== null) expect(agencyOf.get(m.teamKey)).toBe(m.agencyKey)
    }
  })

  it('never leave a team that works with people without a practitioner', () => {
    const working = world.teams.filter((t) => t.agencyKey !== 'desk')
    for (const team of working) {
      for (const day of [-1400, -700, -400, -200, -1]) {
        const there = world.memberships.filter(
          (m) =>
            m.teamKey === team.key &&
            m.role === 'practitioner' &&
            m.fromDay <= day &&
            (m.untilDay === null || m.untilDay > day),
        )
        expect(`${team.key} ${day} ${there.length > 0}`).toBe(`${team.key} ${day} true`)
      }
    }
  })
})

describe('agreements', () => {
  const close: Category[] = ['substance_use', 'mental_health', 'whereabouts', 'domestic_abuse']

  it('are two, with different cohorts, every party with its ground and signatures', () => {
    expect(world.agreements).toHaveLength(2)
    expect(new Set(world.agreements.map((a) => a.cohortKey)).size).toBe(2)
    for (const agreement of world.agreements) {
      const parties = new Set(agreement.parties.map((p) => p.agencyKey))
      const groups = new Map(agreement.groups.map((g) => [g.key, g.teamKeys]))
      for (const term of agreement.terms) {
        expect(parties.has(term.giverAgencyKey)).toBe(true)
        expect(groups.get(term.groupKey)?.length).toBeGreaterThan(0)
      }
      expect(new Set(agreement.terms.map((t) => t.key)).size).toBe(agreement.terms.length)
      for (const key of agreement.groups.flatMap((g) => g.teamKeys))
        expect(teamKeys.has(key)).toBe(true)
      for (const p of agreement.parties) expect(p.signatories.length).toBeGreaterThanOrEqual(2)
    }
  })

  it('give police and benefit decisions nothing by screen', () => {
    const barred = world.teams
      .filter((t) => t.function === 'enforcement' || t.function === 'benefit_decision')
      .map((t) => t.key)
    const received = world.agreements.flatMap((a) => a.groups.flatMap((g) => g.teamKeys))
    expect(barred.filter((key) => received.includes(key))).toEqual([])
  })

  it('give probation and jobcentres little of what is close, by a term that says so', () => {
    const given = world.agreements.flatMap((a) =>
      a.terms
        .filter((t) => ['probation', 'work'].includes(t.groupKey) && close.includes(t.category))
        .map((t) =>
          [t.giverAgencyKey, t.category, t.groupKey, t.level, t.onConsent ? 'consent' : '']
            .join(' ')
            .trim(),
        ),
    )
    expect(given.sort()).toEqual([
      'cmh mental_health probation headline',
      'cmh mental_health probation headline consent',
      'cmh mental_health work involved',
      'dna substance_use probation content consent',
      'dna substance_use probation headline consent',
      'haven domestic_abuse probation exists',
      'hf whereabouts probation headline consent',
    ])
  })

  it('share the refuge at exists and no further, and no immigration at all', () => {
    const terms = world.agreements.flatMap((a) => a.terms)
    const haven = terms.filter((t) => t.giverAgencyKey === 'haven')
    expect(new Set(haven.map((t) => t.level))).toEqual(new Set(['exists']))
    expect(terms.filter((t) => t.category === 'immigration')).toEqual([])
  })
})
