import { describe, expect, it } from 'vitest'
import { asHe, asShe } from '@/prisma/practice/lives/passes/retelling'
import { entriesOf, livesOf } from './lives-fixture'

const lives = [...livesOf(1, 2000)].filter((life) => life.states.protectedNames.length > 0)

describe('a protected name', () => {
  it('is nowhere on the old side, in no name and in no note', () => {
    expect(lives.length).toBeGreaterThanOrEqual(5)
    for (const life of lives) {
      const old = new Set(life.states.protectedNames.flatMap((p) => p.oldRecordKeys))
      const given = life.names.filter((n) => !old.has(n.recordKey) && n.kind === 'legal')
      const told = entriesOf(life).filter((e) => old.has(e.recordKey) && !('oldRecordKeys' in e))
      const text = JSON.stringify(told)
      for (const name of given) expect(text).not.toMatch(new RegExp(`\\b${name.given}\\b`))
      expect(life.names.filter((n) => old.has(n.recordKey) && n.protected)).toEqual([])
      expect(life.names.filter((n) => !old.has(n.recordKey) && !n.protected)).toEqual([])
    }
  })

  it('tells a gender history as it was known then', () => {
    const histories = lives.filter((l) => l.states.protectedNames[0]?.reason === 'gender_history')
    expect(histories.length).toBeGreaterThan(0)
    for (const life of histories) {
      const old = new Set(life.states.protectedNames.flatMap((p) => p.oldRecordKeys))
      const words = life.contacts.filter((c) => old.has(c.recordKey)).map((c) => c.words)
      expect(words.join(' ')).not.toMatch(
        life.sex === 'female' ? /\b(she|her)\b/ : /\b(he|his|him)\b/,
      )
    }
    expect(asShe('He rang his mum; she asked him to come himself.')).toBe(
      'She rang her mum; she asked her to come herself.',
    )
    expect(asHe('She lost her phone and we gave her a new one; it suits her.')).toBe(
      'He lost his phone and we gave his a new one; it suits him.',
    )
  })
})
