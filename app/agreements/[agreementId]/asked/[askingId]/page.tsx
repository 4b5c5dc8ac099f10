import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { SummaryList } from '@/components/ui/summary-list'
import { listAskedParties } from '@/lib/agreements/queries'
import { formatDate, formatDateTime } from '@/lib/dates'
import { openAgreement } from '../../../open-agreement'
import { groundsRows } from '../../parties'
import { JoinForm, TakeBackForm } from './forms'

type Props = { params: Promise<{ agreementId: string; askingId: string }> }

export const metadata = { title: 'Asked to be a party' }

/**
 * An agency that the host asked to be a party: its own officer says yes or no, the host's may take
 * the question back.
 */
export default async function AskedPage({ params }: Props) {
  const { askingId } = await params
  const { viewer, agreement, writes, host, asked, formKey } = await openAgreement(
    params,
    'agreement:write',
    async (scope, it) => (await listAskedParties(scope, it)).find(({ id }) => id === askingId),
  )
  if (!asked || asked.answer !== null || !writes) notFound()
  const ours = asked.agency.id === viewer.agencyId
  if (!ours && !host) notFound()
  const { id, name } = agreement
  return (
    <SubPage
      viewer={viewer}
      title={ours ? 'Does your agency join?' : `${asked.agency.name} is asked to join`}
      about={name}
      back={{ href: `/agreements/${id}`, label: name }}
    >
      <p className="mb-5 max-w-3xl">
        {ours
          ? `${agreement.host.name} asks ${viewer.agency} to be a party. Joining gives nothing by itself: what you give, you write in terms of your own. Your teams may then be put into groups that others give to.`
          : 'It is no party until its own information officer says yes. Nothing of it counts until then.'}
      </p>
      <div className="mb-6">
        <SummaryList
          rows={[
            { term: 'Purpose', value: agreement.purpose },
            ...groundsRows(asked),
            { term: 'Party from', value: formatDate(asked.joinsOn) },
            { term: 'Asked', value: formatDateTime(asked.askedAt) },
          ]}
        />
      </div>
      {ours ? (
        <JoinForm agreement={id} asking={asked.id} formKey={formKey} />
      ) : (
        <TakeBackForm agreement={id} asking={asked.id} formKey={formKey} />
      )}
    </SubPage>
  )
}
