import { SubPage } from '@/app/sub-page'
import { Done } from '@/app/done'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { CATEGORIES } from '@/lib/access/categories'
import { TEAM_FUNCTIONS } from '@/lib/admin/lists'
import { listTeams } from '@/lib/admin/queries'
import { labelOf } from '@/lib/codes'
import { openAdmin } from '../open-admin'

export const metadata = { title: 'Teams' }

const news = { ended: 'The team has ended.', team: 'The team is saved.' }

/** The agency's teams: people are open to teams, so these decide who sees whom. */
export default async function TeamsPage() {
  const { viewer, asked: teams } = await openAdmin(listTeams)
  return (
    <SubPage
      viewer={viewer}
      title="Teams"
      about={viewer.agency}
      back={{ href: '/admin', label: 'admin' }}
      width="wide"
    >
      <Done news={news} />
      <p className="no-print mb-5">
        <ButtonLink href="/admin/teams/new">Add a team</ButtonLink>
      </p>
      {teams.length === 0 ? (
        <EmptyState title="There is no team yet." />
      ) : (
        <Table
          caption="Teams"
          captionHidden
          rows={teams}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: 'Team',
              heading: true,
              cell: ({ id, name }) => (
                <Link href={`/admin/teams/${id}`} className="font-bold">
                  {name}
                </Link>
              ),
            },
            {
              key: 'does',
              title: 'What it does',
              cell: (team) => labelOf(TEAM_FUNCTIONS, team.function),
            },
            {
              key: 'about',
              title: 'Its entries are about',
              cell: ({ defaultCategories }) =>
                defaultCategories.map((key) => labelOf(CATEGORIES, key)).join(', '),
            },
            {
              key: 'phone',
              title: 'Telephone',
              cell: ({ phone, hours }) => [phone, hours].filter(Boolean).join(', '),
            },
            {
              key: 'place',
              title: 'Tells a place',
              cell: ({ impliesPlace }) => (impliesPlace ? 'Yes' : 'No'),
            },
          ]}
        />
      )}
    </SubPage>
  )
}
