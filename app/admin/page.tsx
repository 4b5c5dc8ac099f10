import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { openAdmin } from './open-admin'

export const metadata = { title: 'Admin' }

const ours = [
  {
    href: '/admin/users',
    label: 'Users',
    about: 'Who signs in, in which role, for which teams. Invitations.',
  },
  {
    href: '/roles/waiting',
    label: 'Roles that wait for a second person',
    about: 'Offered by somebody else for you to agree to. Accounts whose password came by a link.',
  },
  {
    href: '/admin/teams',
    label: 'Teams',
    about: 'What each team does and what its entries are about.',
  },
  {
    href: '/admin/imports',
    label: 'Imports',
    about: 'How many rows came in, and what became of them. Numbers only.',
  },
]
const place = [
  {
    href: '/admin/agencies',
    label: 'Agencies',
    about: 'Who takes part, and each one’s first administrator.',
  },
  {
    href: '/admin/codes',
    label: 'Code lists',
    about: 'The choices kept as data. Added to and retired, never deleted.',
  },
  {
    href: '/admin/areas',
    label: 'Area sets',
    about: 'Boundaries, populations and postcodes, with their licences.',
  },
  {
    href: '/admin/matching',
    label: 'Matching',
    about: 'By which values two records are taken for one person, and proposals of new ones.',
  },
  {
    href: '/admin/errors',
    label: 'Errors',
    about: 'What went wrong in the service, by kind. Nothing personal.',
  },
  {
    href: '/admin/live',
    label: 'Live mode',
    about: 'What must be in place before anybody real is in here.',
  },
]

function Places({ items }: { items: typeof ours }) {
  return (
    <ul className="divide-y divide-line">
      {items.map(({ href, label, about }) => (
        <li key={href} className="py-2.5">
          <Link href={href} className="font-bold">
            {label}
          </Link>
          <span className="block text-note text-muted">{about}</span>
        </li>
      ))}
    </ul>
  )
}

/** The administrator's door. Nothing behind it is about a person the agencies work with. */
export default async function AdminPage() {
  const { viewer, host } = await openAdmin(() => Promise.resolve(true))
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Admin" about={viewer.agency}>
        <div className="grid grid-cols-1 gap-5 lg:grid-cols-2 lg:items-start">
          <Card title="Our agency" titleId="ours">
            <Places items={ours} />
          </Card>
          {host ? (
            <Card title="The whole place" titleId="place">
              <Places items={place} />
            </Card>
          ) : null}
        </div>
      </PageBody>
    </ViewerPage>
  )
}
