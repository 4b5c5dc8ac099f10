import type { ReactNode } from 'react'

export type SummaryRow = {
  term: string
  value: ReactNode
  /** A link to change it; its hidden words should name what is changed. */
  action?: ReactNode
}

/** Facts as pairs: what it is, and what it says. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {rows.map(({ term, value, action }) => (
        <div key={term} className="gap-4 py-2.5 sm:flex">
          <dt className="font-bold sm:w-1/3 sm:shrink-0">{term}</dt>
          <dd className="flex-1">{value}</dd>
          {action ? <dd className="no-print">{action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
