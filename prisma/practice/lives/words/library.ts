import { turnsHome } from './turns-home-data'
import { turnsHealth } from './turns-health-data'
import { turnsLaw } from './turns-law-data'
import { turnsLife } from './turns-life-data'
import { routine } from './routine-data'
import { topics } from './topic-data'
import { endings } from './ending-data'
import { missed } from './missed-data'
import { voices } from './voice-data'

/**
 * Takes a block of phrases apart: `# key` begins a list, an indented line goes on with the phrase
 * above it, every other line is a phrase.
 */
export function parsePhrases(text: string): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  let list: string[] = []
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) {
      list = []
      lists.set(line.slice(2).trim(), list)
    } else if (line.startsWith('  ') && list.length > 0) {
      list.push(`${list.pop() ?? ''} ${line.trim()}`)
    } else if (line.trim() !== '') list.push(line.trim())
  }
  return lists
}

const library = parsePhrases(
  [turnsHome, turnsHealth, turnsLaw, turnsLife, routine, topics, endings, missed, voices].join(
    '\n',
  ),
)

/** The phrases of a key; throws when there are none, so a missing one is seen at once. */
export function phrases(key: string): string[] {
  const found = library.get(key)
  if (!found || found.length === 0) throw new Error(`No phrases for ${key}`)
  return found
}

/** Whether there are phrases of a key. */
export const hasPhrases = (key: string): boolean => library.has(key)

/** How many phrases there are in all, for the test that words do not run out. */
export const phraseCount = (): number => [...library.values()].reduce((n, l) => n + l.length, 0)
