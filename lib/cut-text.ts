const letters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/**
 * The start of a text, at most so many UTF-16 units (as JavaScript and the limits of fields count),
 * cut between letters as people see them (Unicode UAX 29) and never through one: half an emoji can
 * be stored nowhere.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  // A letter may be built of many parts, so a little more than the limit is looked at.
  for (const { index, segment } of letters.segment(text.slice(0, most + 64))) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
