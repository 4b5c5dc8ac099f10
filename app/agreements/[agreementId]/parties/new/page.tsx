import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { listPossibleParties } from '@/lib/agreements/queries'
import { today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { openAgreement } from '../../../open-agreement'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { PartyForm } from './form'

type Props = { params: Promise<{ agreementId: string }> }

/** An agency is asked to join, on its own grounds. */
export default async function NewPartyPage({ params }: Props) {
  const { viewer, agreement, host, asked, formKey } = await openAgreement(
    params,
    'agreement:write',
    async (scope, { id }) => ({
      agencies: await listPossibleParties(scope, id),
      ...(await openDraft(scope, {
        form: 'party',
        subject: id,
        path: `/agreements/${id}/parties/new`,
      })),
    }),
  )
  if (!host) notFound()
  const { id, name } = agreement
  return (
    <SubPage
      viewer={viewer}
      title="Add a party"
      about="An agency is asked, and is a party when its own information officer has said yes. Joining gives nothing and receives nothing by itself: terms and groups do."
      back={{ href: `/agreements/${id}`, label: name }}
    >
      {asked.agencies.length === 0 ? (
        <EmptyState title="Every agency is or was a party, or is asked." />
      ) : (
        <PartyForm
          agreement={id}
          agencies={asked.agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
          formKey={formKey}
          values={asked.kept ?? dateValues('joinsOn', today())}
          draft={asked.draft}
        />
      )}
    </SubPage>
  )
}
