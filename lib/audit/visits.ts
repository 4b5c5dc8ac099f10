import type { LogLine } from './queries'

/** What one worker opened of one person without a longer break (trail.read_log says where). */
export type Visit = {
  key: string
  /** Newest first, at least one. */
  lines: LogLine[]
  first: Date
  last: Date
  refused: number
  /** It may go on, on the next page. */
  open: boolean
}

const breakAfter = 30 * 60_000

/**
 * Lines of a page, newest first, by their visits, each where its newest line stands. `next`: where
 * the next page begins, for visits that a page's end may cut in two.
 */
export function visitsOf(lines: readonly LogLine[], next: { at: string } | null): Visit[] {
  const visits = new Map<string, LogLine[]>()
  for (const line of lines) visits.set(line.visit, [...(visits.get(line.visit) ?? []), line])
  return [...visits].flatMap(([key, all]) => {
    const [newest] = all
    const oldest = all.at(-1)
    if (!newest || !oldest) return []
    const open = next !== null && oldest.at.getTime() - Date.parse(next.at) <= breakAfter
    const refused = all.filter((line) => line.refused).length
    return [{ key, lines: all, first: oldest.at, last: newest.at, refused, open }]
  })
}
