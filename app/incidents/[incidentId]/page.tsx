import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { uuidIn } from '@/app/identity/uuid'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { formatDateTime } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { getIncident } from '@/lib/identity/incidents'
import type { Incident } from '@/lib/identity/view'
import { ExposureTable } from '../exposure-table'

export const metadata: Metadata = { title: 'A wrong link' }

type Props = { params: Promise<{ incidentId: string }> }

const times = (n: number) => (n === 1 ? 'once' : `${n} times`)

const facts = (incident: Incident) => [
  { term: 'Reference', value: <code>{incident.reference}</code> },
  {
    term: 'People',
    value: (
      <>
        <code>{incident.person}</code> and <code>{incident.other}</code>
      </>
    ),
  },
  {
    term: 'The link stood',
    value: `${formatDateTime(new Date(incident.since))} to ${formatDateTime(new Date(incident.openedAt))}`,
  },
  {
    term: 'It shared',
    value: incident.identityOnly
      ? 'Identity only: nobody had confirmed it'
      : 'What the agreements let through',
  },
  {
    term: 'Pages opened',
    value:
      incident.opened === 0
        ? 'None that you may know of'
        : `${times(incident.opened)}, by ${incident.readers} ${incident.readers === 1 ? 'user' : 'users'}`,
  },
  {
    term: 'Given out',
    value: incident.given === 0 ? 'Nothing that you may know of' : times(incident.given),
  },
  { term: 'Why it was undone', value: incident.why },
]

/** One incident: counts and references; and, for those who answer for it, who saw what. */
export default async function IncidentPage({ params }: Props) {
  const id = uuidIn((await params).incidentId)
  if (!id) notFound()
  const { viewer, incident } = await asViewer(async (scope) => {
    const { viewer } = scope
    if (!can(viewer, 'incident:read')) return { viewer, incident: null }
    const incident = await getIncident(scope, id).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    return { viewer, incident }
  }, `/incidents/${id}`)
  if (!incident) notFound()
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="A wrong link"
        about="Two records were one person here, and are two again. Everything is back in its place."
      >
        <Card className="mb-5 max-w-3xl">
          <SummaryList rows={facts(incident)} />
          {incident.lines ? null : (
            <p className="mt-4">
              Those who answer for it have been told: the information officers, or the custodian.
              They see who opened what.
            </p>
          )}
        </Card>
        {incident.lines ? (
          <Card title="Who saw what while the link stood" titleId="saw">
            <ExposureTable lines={incident.lines} />
            <p className="mt-4 text-note">
              Others may have opened it whom you may not be told of. The custodian has the whole
              list: ring the partnership desk, quoting {incident.reference}.
            </p>
          </Card>
        ) : null}
        <p className="mt-5">
          {can(viewer, 'identity:review') ? (
            <Link href="/identity">Back to the queue</Link>
          ) : (
            <Link href="/incidents">All incidents</Link>
          )}
        </p>
      </PageBody>
    </ViewerPage>
  )
}
