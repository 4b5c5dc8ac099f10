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
 * The overview: three columns from 1280, two from 1024, and on a phone one, with what is needed
 * most at the top.
 */
export function OverviewLayout(props: OverviewLayoutProps) {
  const { words, timeline, dates, involved, needs, actions } = props
  const column = 'max-lg:contents lg:flex lg:flex-col lg:gap-5'
  return (
    <div className="flex flex-col gap-5 lg:grid lg:grid-cols-2 xl:grid-cols-[1.45fr_2fr]">
      <div className={column}>
        <div className="order-1">{words}</div>
        <div className="working-only order-6">{timeline}</div>
      </div>
      <div className={`${column} xl:grid xl:grid-cols-2 xl:items-start`}>
        <div className={`${column} xl:order-2`}>
          <div className="order-2">{dates}</div>
          <div className="order-5">{involved}</div>
        </div>
        <div className={`${column} xl:order-1`}>
          <div className="working-only order-3">{needs}</div>
          <div className="order-4">{actions}</div>
        </div>
      </div>
    </div>
  )
}
