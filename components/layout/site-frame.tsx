import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { PracticeBanner } from './practice-banner'
import { SiteFooter } from './site-footer'
import type { SiteHeaderProps } from './site-header'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'
import { PageDrawn } from './without-script'

type SiteFrameProps = SiteHeaderProps & {
  /** Whether this place is for practice, as its database says. */
  practice: boolean
  children: ReactNode
}

/** What stands around every page. It draws and decides nothing. */
export function SiteFrame({ practice, children, ...header }: SiteFrameProps) {
  return (
    <div className={classes('flex min-h-dvh flex-col', practice && 'practice')}>
      <PageDrawn />
      <SkipLink />
      <SiteHeader {...header} />
      {practice ? <PracticeBanner /> : null}
      <main id="main" tabIndex={-1} className="pb-12">
        {children}
      </main>
      <SiteFooter />
    </div>
  )
}
