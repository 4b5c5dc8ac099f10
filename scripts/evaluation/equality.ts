import type { EngineResult } from '../../lib/people/matching/engine'
import type { Facets } from '../../lib/people/matching/facets'
import type { InventedRecord } from './invent'
import { round } from './measures'

export type Line = {
  group: string
  truePairs: number
  missed: number
  linked: number
  wrong: number
}

/**
 * Missed and wrong links of each group. A true pair belongs to the groups of its records; a wrong
 * pair, to those of both.
 */
export function linesByGroup(
  persons: readonly string[],
  groups: readonly string[],
  result: Pick<EngineResult, 'groupOf'>,
): Line[] {
  const lines = new Map<string, Line>()
  const lineOf = (group: string): Line => {
    const line = lines.get(group) ?? { group, truePairs: 0, missed: 0, linked: 0, wrong: 0 }
    lines.set(group, line)
    return line
  }
  const count = (a: number, b: number, add: (line: Line) => void) => {
    for (const group of new Set([groups[a] ?? '', groups[b] ?? ''])) add(lineOf(group))
  }
  for (const [a, b] of pairsOf(persons)) {
    const joined = result.groupOf[a] === result.groupOf[b]
    count(a, b, (line) => {
      line.truePairs++
      if (!joined) line.missed++
    })
  }
  for (const [a, b] of pairsOf(result.groupOf)) {
    count(a, b, (line) => {
      line.linked++
      if (persons[a] !== persons[b]) line.wrong++
    })
  }
  return [...lines.values()].sort((x, y) => x.group.localeCompare(y.group))
}

function pairsOf(keys: readonly (string | number)[]): [number, number][] {
  const members = new Map<string | number, number[]>()
  keys.forEach((key, index) => members.set(key, [...(members.get(key) ?? []), index]))
  return [...members.values()].flatMap((group) =>
    group.flatMap((a, i) => group.slice(i + 1).map((b): [number, number] => [a, b])),
  )
}

/** The lines as a table in Markdown. */
export function tableOf(title: string, lines: readonly Line[]): string {
  const share = (part: number, whole: number) => (whole === 0 ? '–' : String(round(part / whole)))
  const rows = lines.map(({ group, truePairs, missed, linked, wrong }) => {
    const cells = [group, truePairs, share(missed, truePairs), linked, share(wrong, linked)]
    return `| ${cells.join(' | ')} |`
  })
  return [
    `\n${title}\n`,
    '| group | true pairs | missed | linked pairs | wrong |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** The sex a record gives, for reporting. */
export const sexOf = (facets: Facets): string => facets.sexes[0] ?? 'not given'

/** A line with its shares, for the report. */
export const shares = ({ group, truePairs, missed, linked, wrong }: Line) => ({
  ...{ group, truePairs, linked },
  missed: round(missed / Math.max(1, truePairs)),
  wrong: round(wrong / Math.max(1, linked)),
})

/** Missed and wrong links by origin of the name and by sex, on invented people. */
export function equalityOf(
  records: readonly InventedRecord[],
  { result }: { result: Pick<EngineResult, 'groupOf'> },
): Record<'byOriginOfName' | 'bySex', Line[]> {
  const persons = records.map(({ person }) => person)
  const by = (key: 'group' | 'sex') =>
    linesByGroup(
      persons,
      records.map((record) => record[key]),
      result,
    )
  return { byOriginOfName: by('group'), bySex: by('sex') }
}
