import { remembering } from '../remembering'

/** A name without what was written around it, and the other names that stood there. */
export type NameExtras = {
  /** The name alone. */
  readonly plain: string
  /** What the person is called: in brackets or quotation marks. */
  readonly called: readonly string[]
  /** Earlier names: née, formerly. */
  readonly earlier: readonly string[]
  /** Honours, suffixes and notes that are no part of a name, and are said to be left out. */
  readonly left: readonly string[]
  /** Whether a title stood before it: then a single word is a family name. */
  readonly titled: boolean
}

/** What is found around a name as it is taken apart. */
type Found = Record<'called' | 'earlier' | 'left', string[]>

const words = (text: string) => new Set(text.split(/\s+/))

/** As the titles that systems write into name boxes; "Miss" or "Lord" alone is a name. */
const TITLES = words(
  'mr mrs miss ms mx dr prof professor rev revd reverend sir dame lady lord madam master cllr capt ' +
    'captain sgt cpl pte lt col maj fr',
)
/** Titles that follow a name, and could hardly be one. */
const LATE_TITLES = words('mr mrs miss')
/**
 * After a family name: of two generations, of orders and degrees. Not Ma, Md, KC or Junior,
 * which are people's names. */
const SUFFIXES = words(
  'jr jnr sr snr esq mbe obe cbe kbe dbe bem gbe qc phd dphil bsc msc mrcp frcs rgn',
)
/** Behind a comma these are honours or degrees too. */
const AFTER_COMMA = words('kc ma ba md jp dl mp rn ba(hons) ma(hons) ii iii iv')
const GENERATION = /^(?:II|III|IV)$/

const bare = (word: string) => word.toLowerCase().replace(/[.,;]/g, '')
const isSuffix = (word: string) => SUFFIXES.has(bare(word)) || GENERATION.test(word)

const EARLIER =
  /^(?:n[ée]e|born|formerly|previously|prev|was|maiden name|maiden)\b[:.]?\s*(?=\p{L})|^née\s+/iu
const CALLED = /^(?:aka|a\.k\.a\.?|known as|called|likes to be called|pref(?:ers|erred)?)[:.]?\s+/i
/** What people note beside a name, and nobody is called. */
const NOTES =
  /^(?:dec(?:eased|'?d)|rip|do not|dnc|carer|mum|mother|dad|father|son|daughter|wife|husband|partner|sister|brother|baby|twin|unknown|not known|new|old|closed|duplicate|dup|test|male|female|m|f|child|adult|confirmed|unconfirmed|tbc)\b/i

const isName = (text: string) =>
  /^[\p{L}\p{M}][\p{L}\p{M}'’.\- ]*$/u.test(text) &&
  text.split(' ').length <= 3 &&
  !NOTES.test(text)

/** Takes out what stands in brackets and double quotation marks, or in single ones as a word. */
function withoutBrackets(text: string, found: Found): string {
  return text.replace(
    /\s*(?:\(([^()]*)\)|\[([^[\]]*)\]|["“”„]([^"“”„]+)["“”]|(?<=\s)['‘]([^'‘’]+)['’](?=\s|$))/g,
    (_, ...groups: (string | undefined)[]) => {
      const inside = (groups.slice(0, 4).find((group) => group !== undefined) ?? '').trim()
      const earlier = inside.replace(EARLIER, '').trim()
      const called = inside.replace(CALLED, '').trim()
      if (earlier !== inside && isName(earlier)) found.earlier.push(earlier)
      else if (isName(called)) found.called.push(called)
      else if (inside !== '') found.left.push(inside)
      return ' '
    },
  )
}

/**
 * Takes a written name apart into the name and what stands around it: titles, honours, a nickname
 * in brackets, the name before marriage. Never takes the last word away.
 */
export const nameExtras = remembering(takeApart)

function takeApart(text: string): NameExtras {
  const found: Found = { called: [], earlier: [], left: [] }
  let plain = withoutBrackets(text, found).replace(
    /[\s,;]+(?:n[ée]e|formerly|maiden name)[:.]?\s+(\p{L}[\p{L}'’ -]*)$/iu,
    (_, name: string) => {
      found.earlier.push(name.trim())
      return ''
    },
  )
  plain = plain.replace(/[\s,;]+(?:aka|a\.k\.a\.?)\s+(\p{L}[\p{L}'’ -]*)$/iu, (_, name: string) => {
    found.called.push(name.trim())
    return ''
  })
  // Behind a comma: Smith, MBE. Before one: Smith Jr, John.
  const pieces = plain.split(',').map((piece) => piece.trim().split(/\s+/).filter(Boolean))
  const kept = pieces.filter((piece, at) => {
    const honours = (word: string) => isSuffix(word) || AFTER_COMMA.has(bare(word))
    if (at === 0 || piece.length === 0 || !piece.every(honours)) return true
    found.left.push(...piece)
    return false
  })
  let titled = false
  const tidied = kept.map((piece) => {
    const rest = [...piece]
    while (rest.length > 1 && TITLES.has(bare(rest[0] ?? ''))) {
      titled = true
      rest.shift()
    }
    while (
      rest.length > 1 &&
      (isSuffix(rest.at(-1) ?? '') || LATE_TITLES.has(bare(rest.at(-1) ?? '')))
    ) {
      const last = rest.pop() ?? ''
      if (isSuffix(last)) found.left.unshift(last)
    }
    return rest.join(' ')
  })
  return { plain: tidied.join(', ').trim(), ...found, titled }
}
