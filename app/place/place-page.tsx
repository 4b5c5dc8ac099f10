import type { ReactNode } from 'react'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Tabs } from '@/components/ui/tabs'
import type { Viewer } from '@/lib/db'

const tabs = [
  { href: '/place', label: 'Need and supply' },
  { href: '/place/institutions', label: 'Institutions' },
  { href: '/place/network', label: 'Network' },
  { href: '/place/readiness', label: 'Readiness' },
  { href: '/place/propositions', label: 'Propositions' },
]

type Props = {
  viewer: Viewer
  title?: string
  about?: ReactNode
  actions?: ReactNode
  width?: 'reading' | 'wide'
  children: ReactNode
}

/** A page of the place: its title states what was found, and the others are a tab away. */
export function PlacePage({ viewer, title, about, actions, width = 'wide', children }: Props) {
  return (
    <ViewerPage viewer={viewer}>
      <div className="no-print border-b border-line bg-card px-4 lg:px-7">
        <Tabs label="Place" items={tabs} />
      </div>
      <PageBody title={title} about={about} actions={actions} width={width}>
        {children}
      </PageBody>
    </ViewerPage>
  )
}
