import { describe, expect, test } from 'vitest'
import { listFiles, readChoice, readFileName } from '@/lib/insight/choose'
import { programme } from '@/lib/insight/programme'
import { publicationOf } from './published'

// The newest year first, as the database is asked for them; numbers are not in the order of years.
const publications = [
  publicationOf({ no: 4, to: '2026-09-30' }),
  publicationOf({ no: 3, to: '2026-09-30', profile: 'open' }),
  publicationOf({ no: 7, to: '2026-06-30' }),
  publicationOf({ no: 2, to: '2026-03-31' }),
]
const chosen = (asked: Parameters<typeof readChoice>[1]) => {
  const choice = readChoice(publications, asked)
  return choice ? [choice.publication.no, choice.before?.no] : null
}

describe('what an address chooses', () => {
  test('nothing: the newest, compared with the one before it of its profile', () => {
    expect(chosen({})).toEqual([4, 7])
    expect(chosen({ no: '2' })).toEqual([2, undefined])
    expect(chosen({ no: '4', with: '2' })).toEqual([4, 2])
    expect(chosen({ _rsc: 'abcde' })).toEqual([4, 7])
  })

  test.each<[Parameters<typeof readChoice>[1]]>([
    [{ no: '99' }],
    [{ no: '04' }],
    [{ no: '4.0' }],
    [{ no: '' }],
    [{ no: ['4', '2'] }],
    [{ no: '4', with: '4' }],
    // Later than it, and of another profile.
    [{ no: '2', with: '7' }],
    [{ no: '4', with: '3' }],
    [{ no: '4', with: '99' }],
    [{ sex: 'female' }],
    [{ no: '4', ward: 'W01' }],
    [{ constructor: '4' }],
  ])('nothing that was not published: %o', (asked) => {
    expect(readChoice(publications, asked)).toBeNull()
  })

  test('nothing at all where nothing is published', () => {
    expect(readChoice([], {})).toBeNull()
  })
})

describe('a file', () => {
  test('of every declared table, in every kind, is known by its name', () => {
    for (const table of programme.tables) {
      for (const { name } of listFiles(table)) {
        const { kind } = readFileName(name) ?? {}
        expect(`${table.key}.${kind}`).toBe(name)
      }
    }
  })

  test.each(['people.exe', 'people', '.csv', 'constructor.csv', 'people.csv.csv', 'PEOPLE.csv'])(
    'that was never declared is none: %s',
    (name) => expect(readFileName(name)).toBeNull(),
  )
})
