import type { ReactNode } from 'react'
import { classes } from './classes'

type CardProps = {
  title?: ReactNode
  /** The heading's id, when something else names itself by it. */
  titleId?: string
  /** Beside the title: a link to the whole of it. */
  more?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** A white card. With a title it is a section, found by its heading. */
export function Card({ title, titleId, more, className, children }: CardProps) {
  const box = classes('card min-w-0 rounded border border-line bg-card p-4 sm:p-5', className)
  if (!title) return <div className={box}>{children}</div>
  return (
    <section aria-labelledby={titleId} className={box}>
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id={titleId} className="text-heading-s">
          {title}
        </h2>
        {more ? <div className="no-print shrink-0 text-note">{more}</div> : null}
      </div>
      {children}
    </section>
  )
}
