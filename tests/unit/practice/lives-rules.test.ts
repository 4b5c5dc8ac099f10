import { describe, expect, it } from 'vitest'
import { makeAgencies } from '@/prisma/practice/agencies/make-agencies'
import { addDays, ageOn } from '@/prisma/practice/lives/days'
import { nhsCheck } from '@/prisma/practice/lives/passes/numbers'
import type { Life } from '@/prisma/practice/lives/types'
import { entriesOf, livesOf, places } from './lives-fixture'

/** A fixed day, a leap day, the day after clocks go forward: the rules hold on each. */
describe.each([
  ['2026-11-22', 1, 900],
  ['2028-02-29', 5, 150],
  ['2027-03-29', 9, 150],
] as const)('lives as of %s, seed %i', (today, seed, count) => {
  const lives = [...livesOf(seed, count, today)]
  const byKey = new Map(lives.map((life) => [life.personKey, life]))
  const agencies = makeAgencies(seed)
  const failures = (check: (life: Life) => string[]) => lives.flatMap(check).slice(0, 5)

  const works = (userKey: string, teamKey: string, day: string) =>
    agencies.memberships.some(
      (m) =>
        m.userKey === userKey &&
        m.teamKey === teamKey &&
        m.role === 'practitioner' &&
        addDays(today, m.fromDay) <= day &&
        (m.untilDay === null || addDays(today, m.untilDay) > day),
    )

  it('are written by somebody of the team on that day', () => {
    const wrong = failures((life) => [
      ...entriesOf(life)
        .filter((e) => !works(e.userKey, e.teamKey, e.givenAt.slice(0, 10)))
        .map((e) => `${life.personKey} ${e.teamKey} ${e.userKey} ${e.givenAt}`),
      ...life.referrals.flatMap((r) =>
        r.steps
          .filter(
            (s) =>
              !works(s.userKey, s.state === 'sent' ? r.teamKey : r.toTeamKey, s.at.slice(0, 10)),
          )
          .map((s) => `${life.personKey} ${s.state} ${s.at}`),
      ),
      ...life.involvements.flatMap((i) =>
        i.workers
          .filter((s) => !works(s.userKey, i.teamKey, s.from))
          .map((s) => `${s.userKey} ${s.from}`),
      ),
    ])
    expect(wrong).toEqual([])
  })

  it('hang every entry on a record of its own agency, in the past, with categories', () => {
    const wrong = failures((life) => {
      const records = new Map(life.records.map((r) => [r.key, r.agencyKey]))
      return entriesOf(life)
        .filter(
          (e) =>
            records.get(e.recordKey) !== e.agencyKey ||
            e.givenAt.slice(0, 10) >= today ||
            e.categories.length === 0 ||
            (e.audience === 'named') !== e.namedUserKeys.length > 0,
        )
        .map((e) => `${life.personKey} ${e.teamKey} ${e.givenAt} ${e.categories.join()}`)
    })
    expect(wrong).toEqual([])
  })

  it('have a uuid of version 7 with the time of the entry, none twice', () => {
    const ids = lives.flatMap((life) => [
      life.id,
      ...life.records.map((r) => r.id),
      ...entriesOf(life).map((e) => e.id),
    ])
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(ids.filter((id) => !shape.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    const time = (id: string) => parseInt(id.replace(/-/g, '').slice(0, 12), 16)
    const off = lives.flatMap(entriesOf).filter((e) => time(e.id) !== Date.parse(e.givenAt))
    expect(off).toEqual([])
  })

  it('have nobody under eighteen, then or now', () => {
    const wrong = failures((life) =>
      entriesOf(life)
        .filter((e) => ageOn(life.born, e.givenAt.slice(0, 10)) < 18)
        .map((e) => `${life.personKey} ${life.born} ${e.givenAt}`),
    )
    expect(wrong).toEqual([])
    for (const child of lives.flatMap((l) => l.relationships.filter((r) => r.kind === 'child'))) {
      expect(child.otherPersonKey).toBeNull()
      expect(child.otherName).toBe('')
      expect(child.child?.firstName).not.toContain(' ')
    }
  })

  it('have no identifier, number or address that could be real', () => {
    const real: Record<string, (value: string) => boolean> = {
      nhs: (v) => !v.startsWith('999'),
      nino: (v) => !v.startsWith('QQ'),
      crn: (v) => !/^X\d{6}$/.test(v),
      prison: (v) => !/^Z\d{4}ZZ$/.test(v),
    }
    const wrong = failures((life) => [
      ...life.identifiers.filter((i) => real[i.type]?.(i.value)).map((i) => i.value),
      ...life.reaches
        .filter((r) => !/^07700 900\d{3}$|^01632 960\d{3}$|@[a-z-]+\.example$/.test(r.value))
        .map((r) => r.value),
      ...life.addresses
        .filter((a) => a.uprn !== null && !/^9990\d{8}$/.test(a.uprn))
        .map((a) => a.uprn ?? ''),
    ])
    expect(wrong).toEqual([])
    const postcodes = new Set(places.flatMap((p) => p.postcodes.map((c) => c.replace(' ', ''))))
    const addresses = lives.flatMap((life) => life.addresses)
    expect(addresses.filter((a) => !postcodes.has(a.postcode.replace(' ', '')))).toEqual([])
  })

  it('have NHS numbers that pass their check and are nobody else’s', () => {
    const owner = new Map<string, string>()
    for (const life of lives) {
      for (const { type, value, verifiedBy } of life.identifiers) {
        const digits = value.replace(/ /g, '')
        if (type !== 'nhs' || verifiedBy === null || digits.length !== 10) continue
        expect(nhsCheck(digits.slice(0, 9))).toBe(Number(digits[9]))
        expect(owner.get(digits) ?? life.personKey).toBe(life.personKey)
        owner.set(digits, life.personKey)
      }
    }
    expect(owner.size).toBeGreaterThan(20)
  })

  it('end with death: no contact, meeting, rating or open work after it', () => {
    for (const life of lives) {
      const died = life.states.death?.on
      if (!died) continue
      expect(life.contacts.filter((c) => c.happenedAt.slice(0, 10) >= died)).toEqual([])
      expect(life.appointments.filter((a) => a.at.slice(0, 10) >= died)).toEqual([])
      expect(life.needs.filter((n) => n.at >= died)).toEqual([])
      expect(life.involvements.filter((i) => i.to === null || i.to > died)).toEqual([])
    }
  })

  it('say ties on both sides, and harm on the harmed side alone', () => {
    for (const life of lives) {
      for (const tie of life.relationships.filter((r) => r.otherPersonKey !== null)) {
        const other = byKey.get(tie.otherPersonKey ?? '')
        const back = other?.relationships.some((r) => r.otherPersonKey === life.personKey)
        if (other && !other.unnamed)
          expect(`${life.personKey} ${back}`).toBe(`${life.personKey} true`)
      }
      for (const link of life.states.harmLinks) {
        expect(link.harmedPersonKey).toBe(life.personKey)
        const other = JSON.stringify(byKey.get(link.causingPersonKey) ?? {})
        expect(other).not.toContain(life.personKey)
      }
    }
  })

  it('keep MARAC off everybody who only caused harm', () => {
    const wrong = lives.filter(
      (life) =>
        life.markers.some((m) => m.kind === 'marac') &&
        life.needs.some((n) => n.direction === 'causing_harm'),
    )
    expect(wrong.map((life) => life.personKey)).toEqual([])
  })

  it('tell no agency but the named where somebody in hiding is', () => {
    for (const life of lives) {
      const [hiding] = life.states.protectedWhereabouts
      if (!hiding) continue
      const hidden = life.addresses.filter((a) => a.protected)
      for (const address of hidden) expect(hiding.allowedTeamKeys).toContain(address.teamKey)
      const lines = new Set(hidden.map((a) => a.lines.join()))
      expect(life.addresses.filter((a) => !a.protected && lines.has(a.lines.join()))).toEqual([])
    }
  })

  it('leave immigration to the advice agency, and those without a name to outreach', () => {
    const immigration = lives.flatMap(entriesOf).filter((e) => e.categories.includes('immigration'))
    expect(immigration.filter((e) => e.agencyKey !== 'legal')).toEqual([])
    for (const life of lives.filter((l) => l.unnamed)) {
      expect(life.names.length + life.births.length + life.identifiers.length).toBe(0)
      expect(new Set(entriesOf(life).map((e) => e.teamKey))).toEqual(new Set(['lantern-outreach']))
    }
  })

  it('leave no gap in a sentence', () => {
    const text = JSON.stringify(lives)
    expect(text.match(/\{[a-zA-Z]+\}|undefined|\bnull's/g)).toBeNull()
  })
})
