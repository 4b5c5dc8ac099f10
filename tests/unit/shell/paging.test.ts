import { describe, expect, test } from 'vitest'
import { pagesOf } from '@/lib/paging'

const asked = (address: string) =>
  Object.fromEntries(new URL(address, 'http://here').searchParams) as Record<string, string>

/** A list of pages, each beginning after the number of the one before. */
const list = (of: string[], filters: Record<string, string> = {}) => ({
  open: (address: string) => {
    const { day, after, ...rest } = asked(address)
    const at = after ? of.indexOf(after) + 1 : 0
    const following = of[at]
    return {
      at,
      filters: rest,
      ...pagesOf({
        path: '/list',
        filters,
        place: ['day', 'after'],
        asked: { ...rest, ...(day && { day }), ...(after && { after }) },
        next: following ? { day: '2026-11-29', after: following } : null,
      }),
    }
  },
})

describe('pages of a list', () => {
  const ids = ['one', 'two', 'three', 'four']

  test('Previous is the page before, all the way back, and Next leads on from there', () => {
    const { open } = list(ids, { show: 'all' })
    let page = open('/list?show=all')
    expect(page.previous).toBeUndefined()
    for (const at of [1, 2, 3, 4]) {
      page = open(page.next ?? '')
      expect(page.at).toBe(at)
      expect(page.filters.show).toBe('all')
    }
    expect(page.next).toBeUndefined()
    for (const at of [3, 2, 3, 2, 1, 0]) {
      page = open((page.at < at ? page.next : page.previous) ?? '')
      expect(page.at).toBe(at)
    }
    expect(page.previous).toBeUndefined()
  })

  test('a place come to by itself leads back to the beginning', () => {
    const page = list(ids).open('/list?day=2026-11-29&after=two')
    expect(page.previous).toBe('/list')
  })

  test('an address that is none of ours brings nothing into the next one', () => {
    const odd = { after: 'one', earlier: 'javascript:alert(1)//<>' }
    const pages = pagesOf({ path: '/list', place: ['after'], asked: odd, next: { after: 'two' } })
    expect(pages).toEqual({ previous: '/list', next: '/list?after=two&earlier=one' })
  })
})
