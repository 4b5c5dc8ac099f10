import type { ReactNode } from 'react'

type OverviewLayoutProps = {
  words: ReactNode
  timeline: ReactNode
  dates: ReactNode
  involved: ReactNode
  needs: ReactNode
  actions: ReactNode
}

/**
 * The overview: three columns from 1280, two from 1024, and on a phone one, in the order of the
 * markup: their words, whom to ring, what is next, and the long lists last.
 */
export function OverviewLayout(props: OverviewLayoutProps) {
  const { words, timeline, dates, involved, needs, actions } = props
  const column = 'flex min-w-0 flex-col gap-5'
  const grid = 'lg:grid lg:grid-cols-2 lg:grid-rows-[auto_1fr] xl:grid-cols-[1.45fr_2fr]'
  return (
    <div className={`flex flex-col gap-5 ${grid}`}>
      <div className={column}>
        {words}
        {involved}
      </div>
      <div
        className={
          'flex min-w-0 flex-col gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1 ' +
          'xl:grid xl:grid-cols-2 xl:items-start'
        }
      >
        <div className={column}>
          {dates}
          {actions}
        </div>
        <div className="working-only min-w-0">{needs}</div>
      </div>
      <div className="working-only min-w-0 lg:col-start-1 lg:row-start-2">{timeline}</div>
    </div>
  )
}
