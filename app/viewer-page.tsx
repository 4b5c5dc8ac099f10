import type { ReactNode } from 'react'
import { SessionWarning } from '@/components/layout/session-warning'
import { SiteFrame } from '@/components/layout/site-frame'
import type { NavItem } from '@/components/layout/site-header'
import { can, roleNames, type Verb } from '@/lib/access/policy'
import { isAskedToDeclare } from '@/lib/conflicts/rules'
import { sessionTimes } from '@/lib/access/session-times'
import type { Viewer } from '@/lib/db'
import { signOut, staySignedIn } from '@/app/actions'
import { findFromBar } from '@/app/people/actions'

// Where each verb leads. A link is drawn only for those who may follow it; the page asks again.
const places: (NavItem & { verbs?: readonly Verb[] })[] = [
  { href: '/', label: 'Today' },
  { href: '/people', label: 'People', verbs: ['person:open'] },
  { href: '/caseload', label: 'Caseload', verbs: ['caseload:view'] },
  { href: '/referrals', label: 'Referrals', verbs: ['referral:answer'] },
  { href: '/transfer', label: 'Transfer', verbs: ['transfer:import', 'transfer:count'] },
  { href: '/identity', label: 'Same person?', verbs: ['identity:review'] },
  { href: '/insight', label: 'Insight', verbs: ['insight:view'] },
  { href: '/place/services', label: 'Services', verbs: ['service:find'] },
  { href: '/place', label: 'Place', but: '/place/services', verbs: ['place:view'] },
  { href: '/log', label: 'Access log', verbs: ['log:read'] },
  { href: '/incidents', label: 'Incidents', verbs: ['incident:read'] },
  { href: '/agreements', label: 'Agreements', verbs: ['agreement:read'] },
  { href: '/publications', label: 'Publications', verbs: ['publication:ask'] },
  { href: '/admin', label: 'Admin', verbs: ['admin:view'] },
]

/** What one is called, and the role acted in, which a job title need not say. */
const actingRole = ({ jobTitle, role }: Viewer) =>
  !jobTitle || jobTitle.toLowerCase().includes(roleNames[role].toLowerCase())
    ? (jobTitle ?? roleNames[role])
    : `${jobTitle}, acting as ${roleNames[role].toLowerCase()}`

/**
 * What stands around every signed-in page: where one can go, who one is. Takes the viewer its page
 * already has.
 */
export function ViewerPage({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return (
    <SiteFrame
      practice={viewer.mode === 'practice'}
      navigation={places.filter(({ verbs }) => !verbs || verbs.some((verb) => can(viewer, verb)))}
      search={can(viewer, 'person:search') ? findFromBar : undefined}
      account={{
        viewer: {
          name: viewer.name,
          role: actingRole(viewer),
          agency: viewer.agency,
          team: viewer.teams.join(', ') || undefined,
        },
        switchHref: '/roles',
        links: [
          ...(can(viewer, 'person:open') ? [{ href: '/my-log', label: 'What you opened' }] : []),
          ...(isAskedToDeclare(viewer)
            ? [{ href: '/conflicts', label: 'Whom you must not see' }]
            : []),
        ],
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
