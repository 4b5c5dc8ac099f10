import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parsePhrases, phraseCount, phrases } from '@/prisma/practice/lives/words/library'
import { livesOf, TODAY } from './lives-fixture'

const digest = (seed: number, count: number, today = TODAY) => {
  const hash = createHash('sha256')
  for (const life of livesOf(seed, count, today)) hash.update(JSON.stringify(life))
  return hash.digest('hex')
}

describe('the same order', () => {
  it('makes the same lives, and another seed or day makes others', () => {
    const first = digest(1, 120)
    expect(digest(1, 120)).toBe(first)
    expect(digest(2, 120)).not.toBe(first)
    expect(digest(1, 120, '2026-11-23')).not.toBe(first)
  })

  it('makes life n the same whatever the count', () => {
    const few = [...livesOf(1, 40)]
    const many = [...livesOf(1, 80)].slice(0, 39)
    expect(JSON.stringify(many)).toBe(JSON.stringify(few.slice(0, 39)))
  })

  it('makes these very lives on every machine', () => {
    // Changes with any phrase or rate; then write the new one here, having read some lives first.
    expect(digest(1, 60).slice(0, 16)).toBe('e9f5225835fb8e59')
  })
})

describe('two thousand lives', () => {
  it('are made, with contacts enough to page through', () => {
    let contacts = 0
    for (const life of livesOf(3, 2000)) contacts += life.contacts.length
    expect(contacts).toBeGreaterThan(30_000)
  }, 180_000)
})

describe('phrases', () => {
  it('are many, and a list is taken apart by its headings', () => {
    expect(phraseCount()).toBeGreaterThan(600)
    const lists = parsePhrases('# a\nOne.\nTwo goes\n  on.\n# b\nThree.')
    expect([...lists]).toEqual([
      ['a', ['One.', 'Two goes on.']],
      ['b', ['Three.']],
    ])
    expect(() => phrases('nothing/like/this')).toThrow('No phrases')
  })
})
