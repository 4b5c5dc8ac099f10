import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { SummaryList } from '@/components/ui/summary-list'

export type WarningCardProps = {
  /** `Visit in pairs` */
  title: string
  tone: 'danger' | 'caution'
  /** Why; left out where this reader may know only that it exists. */
  why?: string | undefined
  /** `He threatened a worker on 4 August; police log seen by Priya Shah.` */
  evidence?: string | undefined
  /** `Probation, 4 August 2026` */
  given: string
  /** `3 February 2027, unless renewed` */
  lapses?: string | undefined
  /** Has the person been told? `Yes, by Priya Shah on 5 August`, `Not yet`. */
  told?: string | undefined
  /** Set when it no longer stands: `Lapsed 3 February 2026`. */
  ended?: string | undefined
  actions?: ReactNode
}

/** A warning: what to do, why, until when, and whether the person knows of it. */
export function WarningCard(props: WarningCardProps) {
  const { title, tone, why, evidence, given, lapses, told, ended, actions } = props
  const rows = [
    { term: 'Why', value: why ?? 'Held by the service that gave it' },
    { term: 'What it rests on', value: evidence },
    { term: 'Given by', value: given },
    { term: 'Has the person been told?', value: told },
    { term: 'Lapses', value: lapses },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []))
  return (
    <article
      className={classes(
        'card working-only rounded border border-l-[5px] border-line bg-card p-4 sm:p-5',
        ended ? 'border-l-line' : tone === 'danger' ? 'border-l-danger' : 'border-l-caution',
      )}
    >
      <h3
        className={classes(
          'text-heading-s',
          ended ? 'text-muted' : tone === 'danger' ? 'text-danger' : 'text-caution',
        )}
      >
        {title}
      </h3>
      {ended ? <p className="text-muted">{ended}</p> : null}
      <div className="mt-2">
        <SummaryList rows={rows} />
      </div>
      {actions ? <div className="no-print mt-3 flex flex-wrap gap-4">{actions}</div> : null}
    </article>
  )
}
