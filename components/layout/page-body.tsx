import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

type Width = 'reading' | 'wide'

type PageBodyProps = {
  title?: ReactNode
  /** Under the title: what this is, from when, how many. */
  about?: ReactNode
  /** Beside the title. */
  actions?: ReactNode
  /** `reading` for forms and words, `wide` for lists and overviews. */
  width?: Width
  children: ReactNode
}

const widths: Record<Width, string> = { reading: 'max-w-3xl', wide: 'max-w-[90rem]' }

/** A page's title and contents, at the width its contents need. */
export function PageBody({ title, about, actions, width = 'wide', children }: PageBodyProps) {
  return (
    <div className="px-4 pt-6 lg:px-7">
      <div className={widths[width]}>
        {title ? (
          <div className={classes('mb-5', Boolean(actions) && 'flex flex-wrap items-start gap-4')}>
            <div className="flex-1">
              <h1 className="text-heading-m sm:text-heading-l">{title}</h1>
              {about ? <p className="mt-1 text-muted">{about}</p> : null}
            </div>
            {actions}
          </div>
        ) : null}
        {children}
      </div>
    </div>
  )
}
