import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sentKey } from '@/lib/sent-key'

const formKey = randomUUID()
const said = { formKey, words: 'Came by', categories: ['plan', 'money'] }

describe('what a sent form is known by', () => {
  test('is the same for the same words, whatever their order on the page', () => {
    const { words, categories } = said
    expect(sentKey({ categories, words, formKey })).toBe(sentKey(said))
    expect(sentKey(said)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  test('is another for other words, choices or fields under the same key', () => {
    const others = [
      { ...said, words: 'Came by again' },
      { ...said, categories: ['plan'] },
      { ...said, major: 'on' },
      { formKey, words: '', 'words[]': 'Came by', categories: said.categories },
    ]
    const keys = [said, ...others].map(sentKey)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('is another for the same words on another page', () => {
    expect(sentKey({ ...said, formKey: randomUUID() })).not.toBe(sentKey(said))
  })

  test('is new each time where the key is none of ours', () => {
    for (const key of ['', 'x', formKey.toUpperCase(), `${formKey}0`]) {
      const odd = { ...said, formKey: key }
      expect(sentKey(odd)).not.toBe(sentKey(odd))
    }
  })
})
