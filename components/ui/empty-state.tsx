import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** What there is none of, as a sentence: `Nobody is waiting to be allocated.` */
  title: string
  /** What to do next. */
  children?: ReactNode
}

/** A list with nothing in it says so, and what to do. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="rounded border border-dashed border-muted p-5">
      <p className="font-bold">{title}</p>
      {children ? <div className="mt-1 text-muted">{children}</div> : null}
    </div>
  )
}
