import { describe, expect, it } from 'vitest'
import { makeAgencies } from '@/prisma/practice/agencies/make-agencies'
import { ageOn } from '@/prisma/practice/lives/days'
import type { Life } from '@/prisma/practice/lives/types'
import { livesOf, TODAY } from './lives-fixture'

const lives = [...livesOf(1, 5)]
const life = (name: string): Life => {
  const found = lives.find((l) => l.displayName.endsWith(name))
  if (!found) throw new Error(`No ${name}`)
  return found
}
const open = (one: Life) => one.involvements.filter((i) => i.to === null)

describe('the pictures come true', () => {
  const danny = life('Okafor')

  it('Danny, who he is and who is involved', () => {
    expect(danny.displayName).toBe('Daniel Chidi Okafor')
    expect(ageOn(danny.born, TODAY)).toBe(34)
    const workers = open(danny).flatMap((i) => i.workers.filter((s) => s.to === null))
    expect(workers.map((s) => s.userKey).sort()).toEqual(
      ['amina.yusuf', 'joy.mensah', 'priya.shah', 'sam.doyle', 'tom.reilly'].sort(),
    )
    expect(open(danny).find((i) => i.lead.length > 0)?.agencyKey).toBe('hf')
  })

  it('Danny, what has happened and what comes next', () => {
    expect(danny.contacts).toHaveLength(86)
    expect(danny.referrals).toHaveLength(2)
    expect(danny.plan.goals.length + danny.plan.actions.length).toBe(5)
    expect(danny.contacts.slice(-5).map((c) => [c.happenedAt.slice(0, 10), c.heading])).toEqual([
      ['2026-11-10', 'Contact kept'],
      ['2026-11-13', 'Universal Credit restored'],
      ['2026-11-16', 'Not seen'],
      ['2026-11-18', 'Mental health contact'],
      ['2026-11-19', 'Seen at the day centre'],
    ])
    const booked = danny.appointments.filter((a) => a.state === 'booked').map((a) => a.at)
    expect(booked.map((at) => at.slice(0, 16))).toEqual([
      '2026-11-24T10:00',
      '2026-11-24T10:15',
      '2026-11-26T14:30',
      '2026-11-29T11:00',
    ])
    expect(danny.warnings[0]?.headline).toBe('Visit in pairs, until 3 February')
  })

  it('Marlene, Tomasz, Shanice and somebody on limited access', () => {
    const marlene = life('Achebe')
    expect(marlene.contacts.findLast((c) => c.outcome === 'kept')?.happenedAt.slice(0, 10)).toBe(
      '2026-10-19',
    )
    expect(marlene.contacts.slice(-3).map((c) => c.outcome)).toEqual(Array(3).fill('not_seen'))
    const refused = life('Wilk').referrals[0]?.steps.at(-1)
    expect([refused?.state, refused?.reason]).toEqual(['declined', 'no_capacity'])
    const waiting = open(life('Baptiste')).find((i) => i.agencyKey === 'probation')
    expect(waiting?.workers).toEqual([])
    expect(lives[4]?.states.limitedAccess[0]?.allowedUserKeys).toContain('ben.carter')
  })

  it('the people at work', () => {
    const names = makeAgencies(1).users.map((u) => u.name)
    for (const name of ['Priya Shah', 'Helen Price', 'Ruth Adeyemi', 'Sam Doyle', 'Tom Reilly']) {
      expect(names).toContain(name)
    }
  })
})
