import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from '@/lib/cut-text'

describe('text cut by letters', () => {
  it.each([
    ['abcdef', 3, 'abc'],
    ['ab', 3, 'ab'],
    ['ab\u{1F3E0}cd', 3, 'ab'],
    ['ab\u{1F3E0}cd', 4, 'ab\u{1F3E0}'],
    ['abe\u0301', 3, 'ab'],
    ['a\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', 5, 'a'],
  ])('%s to %i is %s', (text, most, cut) => expect(cutText(text, most)).toBe(cut))

  it('is a start of it, no longer than asked, and whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(40), (text, most) => {
        const cut = cutText(text, most)
        expect(text.startsWith(cut) && cut.length <= most).toBe(true)
        expect(encodeURIComponent(cut)).toBeDefined()
      }),
    )
  })
})
