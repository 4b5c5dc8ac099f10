import { describe, expect, test } from 'vitest'
import { draftHref, draftWords } from '@/app/draft-places'
import { Stale } from '@/lib/errors'
import { refuseStale, versionOf } from '@/lib/stored-version'

describe('the version of a row that keeps none', () => {
  const stored = { name: 'North', categories: ['plan', 'money'], phone: '' }

  test('is the same for the same content, whatever its order, and another for other', () => {
    expect(versionOf({ phone: '', categories: ['plan', 'money'], name: 'North' })).toBe(
      versionOf(stored),
    )
    expect(versionOf({ ...stored, name: 'South' })).not.toBe(versionOf(stored))
    expect(versionOf({ ...stored, categories: ['plan'] })).not.toBe(versionOf(stored))
    expect(versionOf(stored)).toBeLessThan(2 ** 31)
  })

  test('lets a form pass that was opened on what is there, and tells any other', () => {
    expect(() => refuseStale(versionOf(stored), stored)).not.toThrow()
    const now = { ...stored, name: 'South' }
    const told = () => refuseStale(versionOf(stored), now)
    expect(told).toThrow(Stale)
    try {
      told()
    } catch (error) {
      expect((error as Stale).theirs).toEqual({ ...now, categories: 'plan,money' })
      expect((error as Stale).version).toBe(versionOf(now))
    }
  })
})

describe('where an unfinished form stands', () => {
  test('is made of the ids its own fields hold', () => {
    const values = { personId: 'p-1', contactId: 'c-2', words: 'x' }
    expect(draftHref('contact-correction', values)).toBe('/people/p-1/contacts/c-2/correct')
    expect(draftHref('team', {})).toBe('/admin/teams/new')
    expect(draftHref('team', { team: 't-1' })).toBe('/admin/teams/t-1')
  })

  test('never leads anywhere else, whatever the words are', () => {
    expect(draftHref('contact', { personId: '../../elsewhere' })).toBe('/people//contacts/new')
    expect(draftHref('made up', {})).toBe('/')
    expect(draftWords('made up')).toBe('Something unfinished')
  })
})
