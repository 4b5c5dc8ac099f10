/** Longest single word kept of a name; anything past it is a fault, not a name. */
const longestWord = 40

/** Most words kept of one name; the longest real names seen in public registers have about ten. */
const mostWords = 12

/** Letters that Unicode does not take apart but that English-language clerks write otherwise. */
const letters: Readonly<Record<string, string>> = {
  Ł: 'L',
  Ø: 'O',
  Æ: 'AE',
  Œ: 'OE',
  ẞ: 'SS',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ħ: 'H',
  İ: 'I',
  ı: 'I',
}

/**
 * One spelling for comparing: upper case, no accents, no apostrophes, other signs as single spaces.
 * Letters of every script stay; digits stay (a digit inside a name is a slip of the keyboard).
 *
 * @example fold("O’Brien-Łukasiewicz") // 'OBRIEN LUKASIEWICZ'
 */
export function fold(raw: string): string {
  return raw
    .slice(0, 1000)
    .replace(/ß/g, 'ss')
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ŁØÆŒẞĐÐÞĦİı]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a folded text, within the limits above. */
export function wordsOf(raw: string): string[] {
  const folded = fold(raw)
  if (folded === '') return []
  return folded
    .split(' ')
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord))
}

/** Only the letters and digits, upper case: for postcodes, identifiers and e-mail addresses. */
export function squash(raw: string): string {
  return fold(raw).replace(/ /g, '').slice(0, 80)
}
