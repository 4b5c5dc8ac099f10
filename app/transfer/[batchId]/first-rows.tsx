import { Card } from '@/components/ui/card'
import type { Batch, FirstRow } from '@/lib/transfer/queries'
import {
  feedFacts,
  personFacts,
  type Fact,
  type UnderstoodFeed,
  type UnderstoodPerson,
} from '@/lib/transfer/understood'

/** Cells shown of a row as it came. */
const most = 14

const asItCame = (header: readonly string[], cells: readonly string[]): Fact[] =>
  header
    .map((term, at) => ({ term, words: (cells[at] ?? '').trim() }))
    .filter(({ words }) => words !== '')
    .slice(0, most)

function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  return (
    <div className="min-w-0">
      <h4 className="mb-1 text-note text-muted">{title}</h4>
      <dl>
        {facts.map(({ term, words }, at) => (
          <div key={`${term}${at}`} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{term}:</dt>
            <dd className="min-w-0 break-words">{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** The first rows, twice: a wrong order of dates or names shows here before anything goes in. */
export function FirstRows({ batch, rows }: { batch: Batch; rows: FirstRow[] }) {
  if (rows.length === 0) return null
  const facts = ({ parsed }: FirstRow) =>
    batch.shape === 'people'
      ? personFacts(parsed as UnderstoodPerson)
      : feedFacts(parsed as UnderstoodFeed)
  return (
    <Card title="The first rows, as they were understood" titleId="first" className="mb-5">
      <ul className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <li key={row.line} className="py-3">
            <h3 className="mb-2 font-bold">Line {row.line}</h3>
            <div className="grid gap-4 md:grid-cols-2">
              <Facts title="As it came" facts={asItCame(batch.header, row.cells)} />
              <Facts title="As it was understood" facts={facts(row)} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
