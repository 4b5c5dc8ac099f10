import { classes } from '@/components/ui/classes'
import { domainClasses } from './domain-colours'

/** Contacts by what came of them, and what changed among them; each has a shape of its own. */
export type TimelineMark =
  | 'seen'
  | 'tried'
  | 'other'
  | 'living'
  | 'address'
  | 'warning'
  | 'needs'
  | 'assessment'
  | 'work'
  | 'work-ended'

const house = 'M2 7.5 7.5 2.5 13 7.5M3.5 6.5V13h8V6.5'
const bars = 'M3 13V9.5M7.5 13V6M12 13V2.5'

// Drawn on a field of 15, with a line of 2: what changed is outlined, what happened is filled.
const outlines: Readonly<Partial<Record<TimelineMark, string>>> = {
  living: house,
  address: house,
  warning: 'M7.5 2 13.5 13h-12ZM7.5 6v3.2M7.5 10.6v.6',
  needs: bars,
  assessment: bars,
  work: 'M2 7.5h7M6 4l3.5 3.5L6 11M13 2.5v10',
  'work-ended': 'M2 2.5v10M5 7.5h7.5M9 4l3.5 3.5L9 11',
}

type Props = {
  mark: TimelineMark
  /** Whose colour a contact has. */
  domain?: string | undefined
  minor?: boolean | undefined
}

/** The sign of one line. Decoration: what it says stands in the words. */
export function Mark({ mark, domain, minor = false }: Props) {
  const outline = outlines[mark]
  const { pen } = domainClasses(outline || minor ? undefined : domain)
  const cross = minor ? 'M5 5l5 5M10 5l-5 5' : 'M3 3l9 9M12 3l-9 9'
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 15 15"
      width="15"
      height="15"
      className={classes('keep-colour relative mt-1 shrink-0 bg-card', pen)}
    >
      {outline || mark === 'tried' ? (
        <path
          d={outline ?? cross}
          className="fill-none stroke-current"
          strokeWidth={outline ? 1.7 : minor ? 2 : 2.8}
          strokeLinejoin="round"
        />
      ) : (
        <circle cx="7.5" cy="7.5" r={minor || mark === 'other' ? 3 : 7} className="fill-current" />
      )}
    </svg>
  )
}

/** Held by the service that gave it: the word stands beside it. */
export function Lock() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 12 14"
      width="12"
      height="14"
      className="mr-1.5 inline-block align-[-0.1em] text-muted"
    >
      <path d="M3 6V4a3 3 0 0 1 6 0v2" className="fill-none stroke-current" strokeWidth="1.7" />
      <rect x="1" y="6" width="10" height="7.5" rx="1" className="fill-current" />
    </svg>
  )
}
