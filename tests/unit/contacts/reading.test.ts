import { describe, expect, test } from 'vitest'
import { savedNews } from '@/components/person/saved-news'
import { MAY_BE_OTHERS, NOBODY_ELSE, readingWords, type Reader } from '@/lib/contacts/reading'
import { dayOf, headlineOf, labelsIn, momentOf } from '@/lib/contacts/rules'
import { contactSchema } from '@/lib/contacts/schema'
import { contactTitle } from '@/lib/contacts/words'
import type { PlainDate } from '@/lib/dates'
import { newId } from '@/lib/new-id'
import { referenceIn } from '@/lib/states/reference'

const reader = (userId: string, agency: string, level: number, does = 'support'): Reader => ({
  userId,
  name: userId,
  agency,
  team: `${agency} team`,
  function: does,
  level,
})
const me = reader('me', 'Housing', 4)

describe('who will see this', () => {
  test('nobody but the writer', () => {
    expect(readingWords([me], 'named', 'me')).toEqual({
      scope: 'Named people',
      summary: 'Only you can read these words.',
      consequences: [NOBODY_ELSE],
      teams: [],
    })
  })

  test('one is named, several are counted in teams', () => {
    const one = readingWords([me, reader('Tom', 'Clinic', 4)], 'agreed', 'me')
    expect(one.summary).toBe('Tom (Clinic) can read these words.')
    const several = [me, reader('a', 'Clinic', 4), reader('b', 'Housing', 4)]
    expect(readingWords(several, 'agreed', 'me').summary).toBe(
      '2 people in 2 teams can read these words.',
    )
  })

  test('agencies that see only that it happened are said apart, in the alphabet’s order', () => {
    const readers = [me, reader('a', 'Jobcentre', 3), reader('b', 'Clinic', 3)]
    expect(readingWords(readers, 'agreed', 'me').summary).toBe(
      'Only you can read these words; Clinic and Jobcentre see only that it happened.',
    )
    const mixed = [me, reader('a', 'Clinic', 4), reader('b', 'Clinic', 3)]
    expect(readingWords(mixed, 'agreed', 'me').summary).toContain(
      '1 person more sees only that it happened',
    )
  })

  test('a team that enforces too may have to act, but is not told so of itself', () => {
    const readers = [me, reader('a', 'Probation', 4, 'dual'), reader('b', 'Jobcentre', 3, 'dual')]
    expect(readingWords(readers, 'agreed', 'me').consequences).toEqual([
      'Probation can read this and may have to act on it.',
      MAY_BE_OTHERS,
    ])
    const own = [reader('me', 'Probation', 4, 'dual'), reader('a', 'Probation', 4, 'dual')]
    expect(readingWords(own, 'agreed', 'me').consequences).toEqual([MAY_BE_OTHERS])
  })
})

test('who narrows the readers is not told that there are others', () => {
  for (const audience of ['team', 'named'])
    expect(readingWords([me, reader('a', 'Housing', 4)], audience, 'me').consequences).toEqual([
      NOBODY_ELSE,
    ])
})

describe('a minute note', () => {
  test('its headline never says more than was said', () => {
    const of = (what: 'seen' | 'phone' | 'tried' | 'other', kind = null, outcome = null) =>
      headlineOf({ what, kind, outcome })
    expect(of('seen')).toEqual({ kind: 'not_said', outcome: 'kept' })
    expect(of('phone')).toEqual({ kind: 'phone', outcome: 'kept' })
    expect(of('tried')).toEqual({ kind: 'not_said', outcome: 'not_seen' })
    expect(headlineOf({ what: 'tried', kind: 'phone', outcome: 'no_reply' })).toEqual({
      kind: 'phone',
      outcome: 'no_reply',
    })
    expect(headlineOf({ what: 'tried', kind: null, outcome: 'kept' }).outcome).toBe('not_seen')
  })

  test('how it was, where nobody said, is not said; somebody seen was seen', () => {
    expect(contactTitle({ kind: 'not_said', outcome: 'kept' })).toBe('Seen')
    expect(contactTitle({ kind: 'not_said', outcome: 'no_reply' })).toBe('No reply')
    expect(contactTitle({ kind: 'home_visit', outcome: 'not_seen' })).toBe('Not seen: home visit')
  })

  test('an untouched form records nothing of anybody', () => {
    const untouched = { personId: newId(), when: 'now', audience: 'agreed' }
    const parsed = contactSchema.safeParse(untouched)
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['what', 'Select what happened'],
    ])
    expect(contactSchema.safeParse({ ...untouched, what: 'seen' }).success).toBe(true)
    const other = { ...untouched, what: 'other', kind: 'not_said' }
    expect(contactSchema.safeParse(other).error?.issues[0]?.path).toEqual(['kind'])
  })

  test('this morning, last night and yesterday need no boxes; a date left in them does not count', () => {
    const now = new Date('2026-07-01T01:30:00Z')
    const date = '2026-05-05' as PlainDate
    expect(dayOf({ when: 'now', date }, now)).toBe('2026-07-01')
    expect(dayOf({ when: 'morning', date: null }, now)).toBe('2026-07-01')
    expect(dayOf({ when: 'night', date: null }, now)).toBe('2026-06-30')
    expect(dayOf({ when: 'yesterday', date: null }, now)).toBe('2026-06-30')
    expect(dayOf({ when: 'earlier', date }, now)).toBe('2026-05-05')
    expect(momentOf({ when: 'night', date, time: '10:00' }, now)).toBeNull()
  })

  test('a day without a time has no moment; London’s clock counts', () => {
    const now = new Date('2026-07-01T12:00:00Z')
    expect(momentOf({ when: 'now', date: null }, now)).toBe(now)
    expect(momentOf({ when: 'earlier', date: '2026-06-30', time: null }, now)).toBeNull()
    expect(momentOf({ when: 'earlier', date: '2026-06-30', time: '14:30' }, now)).toEqual(
      new Date('2026-06-30T13:30:00Z'),
    )
  })

  test('labels are found as whole words, in the order met', () => {
    expect(labelsIn('Refused to engage, and was Chaotic.')).toEqual([
      'refused to engage',
      'chaotic',
    ])
    expect(labelsIn('difficulty with DNAs')).toEqual([])
  })
})

test('the banner after a save says only what is ours to say', () => {
  const id = '018bf979-f000-7411-ae8b-293995d13cd1'
  expect(savedNews('p', 'contact', id)).toEqual({
    words: 'Contact saved.',
    link: { words: 'Correct it', href: `/people/p/contacts/${id}` },
  })
  expect(savedNews('p', 'contact', '../../elsewhere')?.link).toBeNull()
  expect(savedNews('p', 'toString', '')).toBeNull()
  expect(savedNews('p', 'nothing of ours', '')).toBeNull()
})

test('ids made here are version 7, in the order of time, and never the same', () => {
  const ids = Array.from({ length: 200 }, (_, at) => newId(1_800_000_000_000 + at))
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a reference is the end of an identity, or an address that holds one', () => {
  const id = '018bf979-f000-7411-ae8b-293995d13cd1'
  expect(referenceIn(' D13 cd1 ')).toBe('d13cd1')
  expect(referenceIn(`https://ours.example/people/${id.toUpperCase()}/needs`)).toBe(id)
  expect(referenceIn('Danny Okafor')).toBeNull()
})
