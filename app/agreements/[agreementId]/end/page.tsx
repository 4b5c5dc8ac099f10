import { notFound } from 'next/navigation'
import { WarningText } from '@/components/ui/warning-text'
import { Link } from '@/components/ui/link'
import { termState } from '@/lib/agreements/rules'
import { openAgreement } from '../../open-agreement'
import { SubPage } from '@/app/sub-page'
import { EndAgreementForm } from './form'

type Props = { params: Promise<{ agreementId: string }> }

/** Ending at once, in two steps: what closes, then the tick and the button. */
export default async function EndAgreementPage({ params }: Props) {
  const { viewer, agreement, host, formKey } = await openAgreement(params, 'agreement:write', () =>
    Promise.resolve(null),
  )
  if (!host) notFound()
  const { id, name, terms, groups, parties } = agreement
  const now = new Date()
  const inForce = terms.filter((term) => termState(term, now) === 'in force').length
  const teams = new Set(groups.flatMap((group) => group.teams.map((team) => team.id))).size
  return (
    <SubPage
      viewer={viewer}
      title="End this agreement now"
      about={name}
      back={{ href: `/agreements/${id}`, label: name }}
    >
      <WarningText>
        This cannot be undone. To carry on later, a new agreement has to be made.
      </WarningText>
      <p className="mb-2">At the moment you save:</p>
      <ul className="mb-6 list-disc pl-6">
        <li>
          {inForce} {inForce === 1 ? 'term closes' : 'terms close'}, given by{' '}
          {new Set(terms.map((term) => term.giverId)).size} of {parties.length} parties
        </li>
        <li>
          {teams} {teams === 1 ? 'team sees' : 'teams see'} nothing of other agencies under it any
          more, headlines included
        </li>
        <li>pages open on somebody’s screen stay there until they are opened again</li>
        <li>safety, and what each agency wrote itself, stay as they are</li>
      </ul>
      <p className="mb-6">
        If it should end on a day to come, with headlines open for 28 days after it,{' '}
        <Link href={`/agreements/${id}/dates`}>set a last day</Link> instead.
      </p>
      <EndAgreementForm agreement={id} formKey={formKey} />
    </SubPage>
  )
}
