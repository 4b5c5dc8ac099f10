/** Spellings of one sound, longest first; made for names in Britain, not for English prose. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(KN|GN|PN)/, 'N'],
  [/^WR/, 'R'],
  [/^(PS|TS|CZ|TZ)/, 'S'],
  [/^(MC|MAC)(?=[A-Z]{3})/, 'MK'],
  [/TION|TIAN/g, 'SN'],
  [/SCH|TSCH|TCH|CH|SH|SZ/g, 'X'],
  [/GH(?=T|$)/g, ''],
  [/GH|GU(?=[EI])/g, 'G'],
  [/PH/g, 'F'],
  [/CK|CQ|Q|KH/g, 'K'],
  [/C(?=[EIY])/g, 'S'],
  [/DG(?=[EIY])/g, 'J'],
  [/TH|DH/g, 'T'],
  [/X/g, 'X'],
  [/C/g, 'K'],
  [/Z/g, 'S'],
  [/W(?=[AEIOUY])/g, 'V'],
  [/D/g, 'T'],
  [/V|B(?=$)/g, 'F'],
  [/G(?=[EIY])/g, 'J'],
]

/**
 * What a name sounds like, in a few letters: first letter class, then consonants.
 * Two names with one code are often one name heard twice; letters of other scripts pass unchanged.
 */
export function soundOf(word: string): string {
  const before = remembered.get(word)
  if (before !== undefined) return before
  const sound = workOut(word)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(word, sound)
  return sound
}

/** Names are met again and again; a register of a million people has about this many. */
const mostRemembered = 100_000
const remembered = new Map<string, string>()

function workOut(word: string): string {
  if (word === '') return ''
  if (!/^[A-Z0-9]+$/.test(word)) return Array.from(word).slice(0, 6).join('')
  let text = word.replace(/[0-9]/g, '')
  for (const [pattern, sound] of spellings) text = text.replace(pattern, sound)
  const first = text.charAt(0)
  const start = /[AEIOUY]/.test(first) ? 'A' : first
  return (start + text.slice(1).replace(/[AEIOUYHW]/g, '')).replace(/(.)\1+/g, '$1').slice(0, 6)
}
