import type { ReactNode } from 'react'
import { classes } from './classes'

type NotificationBannerProps = {
  /** `success` after something was done; it is then spoken at once. */
  tone?: 'important' | 'success'
  title?: string
  children: ReactNode
}

/** News at the top of a page: what has just been done, or what to know first. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { tone = 'important', children } = props
  const { title = tone === 'success' ? 'Done' : 'Important' } = props
  const success = tone === 'success'
  return (
    <div
      role={success ? 'alert' : 'region'}
      aria-label={success ? undefined : title}
      className={classes(
        'no-print mb-6 rounded border-2 bg-card p-4',
        success ? 'border-act' : 'border-caution',
      )}
    >
      <p className={classes('font-bold', success ? 'text-act' : 'text-caution')}>{title}</p>
      {children}
    </div>
  )
}
