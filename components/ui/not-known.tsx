import type { ReactNode } from 'react'
import { classes } from './classes'

/**
 * Something nobody here knows, drawn so that it is not taken for nothing. `Not known` (asked, no
 * answer) is hatched; `not asked` has an open, dashed edge: they are not the same.
 */
export function NotKnown({ asked = true, children }: { asked?: boolean; children?: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <Hatch asked={asked} />
      <span className="text-muted">{children ?? (asked ? 'not known' : 'not asked')}</span>
    </span>
  )
}

/** The mark alone, as wide as four severity blocks. */
export function Hatch({ asked = true }: { asked?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'inline-block h-2.5 w-21.5 shrink-0 rounded-[2px] border border-muted',
        asked ? 'hatched' : 'border-dashed bg-card',
      )}
    />
  )
}

/** What the reader sees nothing of, as wide: dots without an edge, neither asked nor not. */
export function Unseen() {
  return (
    <span aria-hidden="true" className="dotted inline-block h-2.5 w-21.5 shrink-0 rounded-[2px]" />
  )
}
