/** One weakening of a piece of SQL: what was done to it, and what became of it. */
export type Mutant = { change: string; text: string }

type Token = { word: string; from: number; to: number; depth: number }

/** Words, signs and literals of SQL or PL/pgSQL, each with its depth in brackets. */
function tokens(text: string): Token[] {
  const found: Token[] = []
  const pattern = /--[^\n]*|'(?:[^']|'')*'|[A-Za-z_][A-Za-z_0-9.]*|\d+|:=|::|[(),;]|[^\s]/g
  let depth = 0
  for (const match of text.matchAll(pattern)) {
    const word = match[0]
    if (word.startsWith('--')) continue
    if (word === ')' || word === ']') depth -= 1
    const from = match.index
    found.push({ word: word.toLowerCase(), from, to: from + word.length, depth })
    if (word === '(' || word === '[') depth += 1
  }
  return found
}

const starts = ['where', 'on', 'if', 'elsif', 'when', 'return', '(', ',', 'select', ':=']
const alone = ['where', 'on', 'if', 'elsif', 'when']
const ends = [
  ...['then', 'loop', 'group', 'order', 'limit', 'union', 'join', 'left', 'cross', 'inner'],
  ...['where', 'else', 'end', 'into', 'as', 'from', 'when', ',', ';', 'select', 'on', 'if'],
]

/**
 * Every condition of a text left out, one at a time: a part of an *and* becomes true, a part of an
 * *or* becomes false, a condition that stands alone becomes true, and a guard is never met.
 */
export function withoutConditions(text: string): Mutant[] {
  const all = tokens(text)
  const mutants: Mutant[] = []
  all.forEach((token, place) => {
    if (place > 0 && !starts.includes(token.word)) return
    const open = token.word === '('
    const first = place === 0 && !starts.includes(token.word) ? 0 : place + 1
    const depth = token.depth + (open ? 1 : 0)
    const rest = all.slice(first)
    if (open && ['select', 'with'].includes(rest[0]?.word ?? '')) return
    const length = rest.findIndex(
      (each) => each.depth < depth || (each.depth === depth && ends.includes(each.word)),
    )
    const chain = length < 0 ? rest : rest.slice(0, length)
    mutants.push(...ofChain(text, chain, depth, token.word))
  })
  return mutants
}

function ofChain(text: string, chain: Token[], depth: number, start: string): Mutant[] {
  const arms = split(chain, depth, 'or')
  const parts = arms.map((arm) => split(arm, depth, 'and'))
  if (arms.length === 1 && parts[0]?.length === 1 && !alone.includes(start)) return []
  const guard = start === 'if' || start === 'elsif'
  const mutants: Mutant[] = []
  for (const [place, arm] of arms.entries()) {
    if (arms.length > 1) mutants.push(replaced(text, arm, 'false'))
    const pieces = parts[place] ?? []
    if (pieces.length > 1) {
      for (const piece of pieces) mutants.push(replaced(text, piece, 'true'))
    } else if (arms.length === 1) {
      mutants.push(replaced(text, arm, guard ? 'false' : 'true'))
    }
  }
  return mutants
}

function split(chain: Token[], depth: number, by: string): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of chain) {
    if (token.depth === depth && token.word === by) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

function replaced(text: string, part: Token[], by: string): Mutant {
  const from = part[0]?.from ?? 0
  const to = part.at(-1)?.to ?? 0
  const gone = text.slice(from, to).replace(/\s+/g, ' ')
  return { change: `${gone} -> ${by}`, text: `${text.slice(0, from)}${by}${text.slice(to)}` }
}

/**
 * Each level and day a little off: the next level down is open, an end is forgotten. One's own
 * entries know two levels only, content and the rest.
 */
export function withOtherNumbers(text: string): Mutant[] {
  const levels = /my_own\(4\)|my_granted\(\d\)|class_id, \d\)|level (<=|>) \d|interval '28 days'/g
  return [...text.matchAll(levels)].map((match) => {
    const was = match[0]
    const becomes = was.includes('28')
      ? `interval '280 days'`
      : was.replace(/\d/, (digit) => String(Number(digit) - 1))
    return {
      change: `${was} -> ${becomes}`,
      text: text.slice(0, match.index) + becomes + text.slice(match.index + was.length),
    }
  })
}

/** Answers turned round. */
export function withOtherAnswers(text: string): Mutant[] {
  const pattern = /return false|return true|not exists/gi
  const other: Record<string, string> = {
    'return false': 'return true',
    'return true': 'return false',
    'not exists': 'exists',
  }
  return [...text.matchAll(pattern)].map((match) => {
    const becomes = other[match[0].toLowerCase()] ?? ''
    return {
      change: `${match[0]} -> ${becomes} at ${match.index}`,
      text: text.slice(0, match.index) + becomes + text.slice(match.index + match[0].length),
    }
  })
}

/** All of these, each under a name of its own: what is met again is numbered. */
export function mutants(text: string): Mutant[] {
  const all = [...withoutConditions(text), ...withOtherNumbers(text), ...withOtherAnswers(text)]
  const other = all.filter((mutant) => mutant.text !== text)
  const met = new Map<string, number>()
  return [...new Map(other.map((mutant) => [mutant.text, mutant])).values()].map((mutant) => {
    const count = (met.get(mutant.change) ?? 0) + 1
    met.set(mutant.change, count)
    return count === 1 ? mutant : { ...mutant, change: `${mutant.change} (${count})` }
  })
}
