import { SubPage } from '@/app/sub-page'
import { Done } from '@/app/done'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { formatDate } from '@/lib/dates'
import { listVersions } from '@/lib/identity/versions'
import { openAdmin } from '../open-admin'
import { Effect } from './effect'
import { DecideForm } from './form'

export const metadata = { title: 'Matching' }

const news: Readonly<Record<string, string>> = {
  accepted: 'The new values are used from now on.',
  refused: 'The values in use are kept.',
}
const states = {
  used: 'In use',
  proposed: 'Waits for an answer',
  refused: 'Not used',
  replaced: 'Used before',
} as const

/** Which values likeness is worked out with, and a proposal of new ones with what it would do. */
export default async function MatchingPage() {
  const { viewer, asked: versions, formKey } = await openAdmin(listVersions, { host: true })
  const proposed = versions.find(({ state }) => state === 'proposed')
  return (
    <SubPage
      viewer={viewer}
      title="Matching"
      about="How likely it is that two records are of one person is worked out from how often people’s details agree. New values can be estimated from the records there are. Nothing uses them until you say so."
      back={{ href: '/admin', label: 'admin' }}
      width="wide"
    >
      <Done news={news} />
      <div className="grid grid-cols-1 gap-5">
        {proposed ? (
          <Card title="New values are proposed" titleId="proposed">
            {proposed.effect ? <Effect effect={proposed.effect} /> : null}
            <DecideForm version={proposed.id} formKey={formKey} />
          </Card>
        ) : null}
        {versions.length === 0 ? (
          <p>The values that came with the service are in use. No others have been estimated.</p>
        ) : (
          <Table
            caption="All versions"
            rows={versions}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', title: 'Version', heading: true, cell: ({ name }) => name },
              { key: 'state', title: 'State', cell: ({ state }) => states[state] },
              {
                key: 'from',
                title: 'Records',
                number: true,
                cell: ({ madeFrom }) => madeFrom.toLocaleString('en-GB'),
              },
              { key: 'made', title: 'Estimated', cell: ({ madeAt }) => formatDate(madeAt) },
              {
                key: 'decided',
                title: 'Decided',
                cell: ({ decidedAt, decidedBy }) =>
                  decidedAt && decidedBy ? `${formatDate(decidedAt)}, ${decidedBy}` : '',
              },
            ]}
          />
        )}
      </div>
    </SubPage>
  )
}
