import { notFound } from 'next/navigation'
import { openAgreement } from '../../../../open-agreement'
import { SubPage } from '@/app/sub-page'
import { LeaveForm } from './form'

type Props = { params: Promise<{ agreementId: string; agencyId: string }> }

/** One's own agency leaves: it closes its own rows and no others. Nobody leaves for another. */
export default async function LeavePage({ params }: Props) {
  const { agencyId } = await params
  const { viewer, agreement, party, formKey } = await openAgreement(params, 'agreement:write', () =>
    Promise.resolve(null),
  )
  const leaver = agreement.parties.find(
    ({ agency, leftAt }) => agency.id === agencyId && !(leftAt && leftAt <= new Date()),
  )
  if (!leaver || !party || agencyId !== viewer.agencyId) notFound()
  const { id, name } = agreement
  return (
    <SubPage
      viewer={viewer}
      title={`${leaver.agency.name} leaves this agreement`}
      about={name}
      back={{ href: `/agreements/${id}`, label: name }}
    >
      <p className="mb-6">
        Its own entries close to the other parties, and theirs close to it. Between the others
        nothing changes. An agency that wants to come back signs a new agreement.
      </p>
      <LeaveForm agreement={id} agency={agencyId} formKey={formKey} />
    </SubPage>
  )
}
