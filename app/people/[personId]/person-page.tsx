import type { ReactNode } from 'react'
import { ViewerPage } from '@/app/viewer-page'
import { PersonFrame } from '@/components/person/person-frame'
import { SavedBanner } from '@/components/person/saved-banner'
import { can } from '@/lib/access/policy'
import { today } from '@/lib/dates'
import type { Viewer } from '@/lib/db'
import { justDone } from '@/lib/just-done'
import { identityOf } from '@/lib/people/identity'
import type { Strip } from '@/lib/people/view'

type Props = {
  viewer: Viewer
  strip: Strip
  /** How many contacts this reader can see, where the page knows. */
  contacts?: number
  width?: 'reading' | 'wide'
  printAs?: 'together' | 'working'
  /** A form: nothing beside it invites away, and a phone shows the strip and the form alone. */
  writing?: boolean
  children: ReactNode
}

/** The pages about a person, in the order of their tabs. */
export const personTabs = (id: string, contacts?: number) => [
  { href: `/people/${id}`, label: 'Overview' },
  { href: `/people/${id}/timeline`, label: 'Timeline', count: contacts },
  { href: `/people/${id}/needs`, label: 'Needs' },
  { href: `/people/${id}/plan`, label: 'Plan' },
  { href: `/people/${id}/dates`, label: 'Dates' },
  { href: `/people/${id}/team`, label: 'Team' },
  { href: `/people/${id}/warnings`, label: 'Warnings' },
  { href: `/people/${id}/referrals`, label: 'Referrals' },
  { href: `/people/${id}/details`, label: 'Details' },
  { href: `/people/${id}/sharing`, label: 'Sharing' },
  { href: `/people/${id}/history`, label: 'History' },
]

/** What every page about a person is drawn in: the frame, the identity strip in sight, the tabs. */
export function PersonPage(props: Props) {
  const { viewer, strip, contacts, width, printAs, writing = false, children } = props
  const record = can(viewer, 'contact:record') && !strip.died?.sure && !writing
  return (
    <ViewerPage viewer={viewer}>
      <PersonFrame
        identity={identityOf(strip, today())}
        recordHref={record ? `/people/${strip.id}/contacts/new` : undefined}
        togetherHref={writing ? undefined : `/people/${strip.id}/together`}
        writing={writing}
        tabs={personTabs(strip.id, contacts)}
        width={width ?? 'wide'}
        printAs={printAs ?? 'together'}
      >
        <SavedBanner personId={strip.id} saved={justDone('saved')} of={justDone('of')} />
        {children}
      </PersonFrame>
    </ViewerPage>
  )
}
