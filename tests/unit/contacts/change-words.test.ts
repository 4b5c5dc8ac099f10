import { describe, expect, test } from 'vitest'
import { changeEntry } from '@/lib/contacts/change-words'
import { timelineEntry } from '@/lib/contacts/words'
import type { RatedNeed, TimelineChange, TimelineContact } from '@/lib/people/view'

const head = {
  ...{ id: 'x', day: '2025-11-24', ended: false, agency: 'another service', own: false },
  ...{ team: null, author: null },
}
const untouched = { withdrawnAt: null, withdrawnWhy: null }
const entry = (change: TimelineChange) => changeEntry(change, 'p')
const need = (more: Partial<RatedNeed> = {}): RatedNeed => ({
  ...{ domain: 'money', state: 'current', direction: null, severity: 3, trend: 'worse' },
  ...{ graded: true, ...more },
})

describe('what changed, in words', () => {
  test('a move says where, since when it is not known, and what is over', () => {
    const living = { ...head, what: 'living', code: 'A08A', undated: false } as const
    expect(entry({ ...living, area: 'Northgate' })).toMatchObject({
      ...{ title: 'Living situation: Sleeping rough, Northgate', words: undefined },
      ...{ when: 'Mon 24 Nov 2025', by: 'Another service', mark: 'living', quiet: true },
      href: '/people/p/details',
    })
    expect(entry({ ...living, undated: true }).words).toBe('Since when is not known')
    expect(entry({ ...living, ended: true, undated: true })).toMatchObject({
      ...{ id: 'x end', title: 'No longer: Sleeping rough', href: '/people/p/details' },
    })
    const address = {
      ...head,
      what: 'address',
      lines: '7 Mill Lane\nHill',
      undated: false,
    } as const
    expect(entry({ ...address, postcode: 'ZZ1 1ZZ' }).title).toBe(
      'Address: 7 Mill Lane, Hill, ZZ1 1ZZ',
    )
    expect(entry({ ...address, postcode: null, ended: true }).title).toBe(
      'No longer at 7 Mill Lane, Hill',
    )
  })

  test('a place that is named on no screen is not named here', () => {
    for (const code of ['REFUGE', 'A08', 'A15'])
      expect(entry({ ...head, what: 'living', code, undated: false }).title).toBe(
        'Living situation: Not settled',
      )
  })

  test('a warning is given, renewed, ended or lapsed', () => {
    const warning = { ...head, what: 'warning', headline: 'Visit in pairs' } as const
    const title = (more: { ended?: boolean; renewed?: boolean; lapsed?: boolean }) =>
      entry({ ...warning, renewed: false, lapsed: false, ...more }).title
    expect(title({})).toBe('Warning: Visit in pairs')
    // One that has lapsed since was given all the same.
    expect(title({ lapsed: true })).toBe('Warning: Visit in pairs')
    expect(title({ renewed: true })).toBe('Warning renewed: Visit in pairs')
    expect(title({ renewed: true, ended: true })).toBe('Warning ended: Visit in pairs')
    expect(title({ ended: true, lapsed: true })).toBe('Warning lapsed: Visit in pairs')
  })

  test('one rating is a line, several are counted and told below', () => {
    const rated = { ...head, ...untouched, what: 'needs' } as const
    expect(entry({ ...rated, needs: [need()] })).toMatchObject({
      ...{ title: 'Money and debt rated: a lot, more worried', part: undefined },
    })
    const two = [
      need({ severity: 1, trend: null }),
      need({ domain: 'work', state: 'not_asked', trend: null }),
    ]
    expect(entry({ ...rated, needs: two })).toMatchObject({
      ...{ title: '2 needs rated', words: 'Money and debt: a little\nWork and skills: not asked' },
    })
    const harmed = need({ domain: 'domestic_abuse', direction: 'harmed_by', trend: null })
    expect(entry({ ...rated, needs: [harmed] }).title).toBe(
      'Domestic abuse rated: harmed by someone, a lot',
    )
  })

  test('how bad a need is, is held where it cannot be read, and only there', () => {
    const rated = { ...head, ...untouched, what: 'needs' } as const
    const unread = { severity: null, trend: null, graded: false }
    const part = 'How bad it is'
    expect(entry({ ...rated, needs: [need(unread)] })).toMatchObject({
      ...{ title: 'Money and debt rated: recorded', part },
    })
    const said = need({ ...unread, graded: true })
    expect(entry({ ...rated, needs: [said] }).part).toBeUndefined()
    expect(entry({ ...rated, needs: [need({ ...unread, state: 'none' })] }).part).toBeUndefined()
    expect(entry({ ...rated, own: true, needs: [need(unread)] }).part).toBeUndefined()
  })

  test('what was taken back says so, with why', () => {
    const withdrawn = { withdrawnAt: '2025-11-25T23:30:00Z', withdrawnWhy: 'mistake' }
    const own = { ...head, own: true, agency: 'Housing First', author: 'Amina Yusuf' }
    expect(
      entry({ ...own, ...withdrawn, what: 'assessment', tool: 'ndta', total: 27 }),
    ).toMatchObject({
      title: 'New Directions Team Assessment: 27 of 48',
      by: 'Housing First · Amina Yusuf',
      changed: 'Withdrawn 25 November 2025: it was entered by mistake',
    })
  })

  test('work begins and ends, of a team that may be known', () => {
    const work = { ...head, what: 'work', reason: null } as const
    expect(entry(work)).toMatchObject({ title: 'Work begun', mark: 'work' })
    expect(entry({ ...work, team: 'North team', ended: true, reason: 'lost_touch' })).toMatchObject(
      {
        ...{ title: 'Work ended: North team', words: 'We lost touch', mark: 'work-ended' },
      },
    )
  })
})

describe('a contact', () => {
  const contact: TimelineContact = {
    ...{ id: 'c', day: '2025-11-24', what: 'contact', kind: 'phone', outcome: 'kept' },
    ...{ major: true, withdrawnAt: null, withdrawnReason: null, source: 'worker' },
    ...{ audience: 'agreed', version: 1, agency: 'Probation', team: 'North', teamPhone: null },
    ...{ own: false, author: null, categories: [], words: null, place: null },
  }
  test('is marked by what came of it, held or not', () => {
    const marks = ['kept', 'not_seen', 'no_reply', 'cancelled_by_us', 'information'].map(
      (outcome) => timelineEntry({ ...contact, outcome }, 'p'),
    )
    expect(marks.map(({ mark }) => mark)).toEqual(['seen', 'tried', 'tried', 'tried', 'other'])
    expect(marks.every(({ held }) => held !== undefined)).toBe(true)
  })
})
