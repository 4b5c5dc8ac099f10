import { classes } from '@/components/ui/classes'
import { Hatch, Unseen } from '@/components/ui/not-known'
import { domainClasses } from './domain-colours'
import { printClass } from './working-only'

/** How heavy a need is, from 0 (none now) to 4. */
export type Severity = 0 | 1 | 2 | 3 | 4

/**
 * What this reader may know of a need. `recorded`: that it is recorded, not how heavy. `not-known`:
 * asked, without an answer. `not-asked`: recorded as not asked. `unseen`: nothing that they see.
 * The last three are never the same.
 */
export type NeedState =
  | { state: 'rated'; severity: Severity }
  | { state: 'recorded' | 'not-known' | 'not-asked' | 'unseen' }

export type NeedRow = NeedState & {
  /** `Substance use` */
  label: string
  domain: string
  /** Whose view it is and from when: `same, says Health, 12 days ago`. */
  said?: string | undefined
  /** May be looked at side by side; else left out of together view and of its print. */
  together?: boolean
}

/** Needs as they stand, each as somebody saw it. */
export function NeedsNow({ rows, note }: { rows: readonly NeedRow[]; note?: string }) {
  return (
    <>
      <ul className="@container divide-y divide-line">
        {rows.map((row) => (
          <li
            key={row.domain}
            className={classes(
              'grid grid-cols-[1fr_auto] items-center gap-x-3 py-2',
              '@md:grid-cols-[10rem_5.5rem_1fr]',
              printClass(row.together),
            )}
          >
            <span className={row.state === 'rated' ? 'font-bold' : ''}>{row.label}</span>
            <Mark row={row} />
            <span className="text-note text-muted max-@md:col-span-2 @md:text-right">
              {saying(row)}
            </span>
          </li>
        ))}
      </ul>
      {note ? <p className="mt-3 text-note text-muted">{note}</p> : null}
    </>
  )
}

function saying(row: NeedRow): string {
  if (row.state === 'not-known') return row.said ? `not known, ${row.said}` : 'not known'
  if (row.state === 'not-asked') return 'not asked'
  return row.said ?? ''
}

function Mark({ row }: { row: NeedRow }) {
  if (row.state === 'rated') return <SeverityBlocks severity={row.severity} domain={row.domain} />
  if (row.state === 'recorded') return <span className="text-note">recorded</span>
  if (row.state === 'unseen') return <Unseen />
  return <Hatch asked={row.state === 'not-known'} />
}

/** Four blocks, as many filled as the need is heavy. */
export function SeverityBlocks({ severity, domain }: { severity: Severity; domain: string }) {
  const { fill } = domainClasses(domain)
  return (
    <span className="flex gap-0.5">
      <span className="sr-only">{severity === 0 ? 'none now' : `${severity} of 4`}</span>
      {[1, 2, 3, 4].map((step) => (
        <span
          key={step}
          aria-hidden="true"
          className={classes(
            'keep-colour h-2.5 w-5 rounded-[2px]',
            step <= severity ? fill : 'bg-line',
          )}
        />
      ))}
    </span>
  )
}
