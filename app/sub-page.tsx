import type { ReactNode } from 'react'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Link } from '@/components/ui/link'
import type { Viewer } from '@/lib/db'

type Props = {
  viewer: Viewer
  title: string
  about?: ReactNode
  back: { href: string; label: string }
  width?: 'reading' | 'wide'
  children: ReactNode
}

/** A page below another: where it belongs stands above its title. */
export function SubPage({ viewer, title, about, back, width = 'reading', children }: Props) {
  return (
    <ViewerPage viewer={viewer}>
      <p className="no-print px-4 pt-5 lg:px-7">
        <Link href={back.href}>Back to {back.label}</Link>
      </p>
      <PageBody title={title} about={about} width={width}>
        {children}
      </PageBody>
    </ViewerPage>
  )
}
