import type { ReactNode } from 'react'
import { SessionWarning } from '@/components/layout/session-warning'
import { SiteFrame } from '@/components/layout/site-frame'
import type { NavItem } from '@/components/layout/site-header'
import { can, roleNames, type Verb } from '@/lib/access/policy'
import { sessionTimes } from '@/lib/access/session-times'
import type { Viewer } from '@/lib/db'
import { signOut, staySignedIn } from '@/app/actions'
import { findFromBar } from '@/app/people/actions'

// Where each verb leads. A link is drawn only for those who may follow it; the page asks again.
const places: (NavItem & { verb?: Verb })[] = [
  { href: '/', label: 'Today' },
  { href: '/people', label: 'People', verb: 'person:open' },
  { href: '/caseload', label: 'Caseload', verb: 'caseload:view' },
  { href: '/transfer', label: 'Transfer', verb: 'transfer:import' },
  { href: '/identity', label: 'Same person?', verb: 'identity:review' },
  { href: '/insight', label: 'Insight', verb: 'insight:view' },
  { href: '/log', label: 'Access log', verb: 'log:read' },
  { href: '/agreements', label: 'Agreements', verb: 'agreement:read' },
  { href: '/admin', label: 'Admin', verb: 'admin:view' },
]

/**
 * What stands around every signed-in page: where one can go, who one is. Takes the viewer its page
 * already has.
 */
export function ViewerPage({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return (
    <SiteFrame
      practice={viewer.mode === 'practice'}
      navigation={places.filter(({ verb }) => !verb || can(viewer, verb))}
      search={can(viewer, 'person:search') ? findFromBar : undefined}
      account={{
        viewer: {
          name: viewer.name,
          role: viewer.jobTitle ?? roleNames[viewer.role],
          agency: viewer.agency,
          team: viewer.teams.join(', ') || undefined,
        },
        switchHref: '/roles',
        signOut,
      }}
    >
      <SessionWarning
        {...sessionTimes(viewer)}
        stay={staySignedIn.bind(null, viewer.membershipId)}
        signInHref="/sign-in"
      />
      {children}
    </SiteFrame>
  )
}
