import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { SummaryList } from '@/components/ui/summary-list'
import { CATEGORIES } from '@/lib/access/categories'
import { asksToThink } from '@/lib/agreements/queries'
import { levelWord } from '@/lib/agreements/rules'
import { waitingFor } from '@/lib/agreements/versions'
import { labelOf } from '@/lib/codes'
import { formatDateTime } from '@/lib/dates'
import { openAgreement } from '../../../../open-agreement'
import { teamOptions } from '../../team-options'
import { AnswerForm } from './form'

type Props = { params: Promise<{ agreementId: string; groupId: string }> }

/** A giver's own officer sees what a new version of a group would change, and says yes or no. */
export default async function AnswerPage({ params }: Props) {
  const { groupId } = await params
  const { viewer, agreement, party, asked, formKey } = await openAgreement(
    params,
    'agreement:write',
    async (scope, { groups, terms }) => {
      const all = waitingFor(groups, terms, scope.viewer.agencyId, new Date())
      const waiting = all.find(({ group }) => group.id === groupId)
      return waiting && { waiting, asks: await asksToThink(scope, groupId, waiting.terms) }
    },
  )
  if (!party || !asked) notFound()
  const { group, added, removed, terms } = asked.waiting
  const said = group.answers.find(({ agencyId }) => agencyId === viewer.agencyId)
  const names = (teams: typeof added) =>
    teams.length === 0
      ? 'None'
      : teamOptions(teams)
          .map(({ label }) => label)
          .join('; ')
  return (
    <SubPage
      viewer={viewer}
      title={`A new version of ${group.name}`}
      about={agreement.name}
      back={{ href: `/agreements/${agreement.id}`, label: agreement.name }}
    >
      {said ? (
        <p className="mb-4">
          {viewer.agency} said no on {formatDateTime(said.answeredAt)}. You can still say yes.
        </p>
      ) : null}
      <div className="mb-6">
        <SummaryList
          rows={[
            { term: 'Teams that are new', value: names(added) },
            { term: 'Teams no longer in it', value: names(removed) },
            { term: 'All teams in it', value: names(group.teams) },
            {
              term: 'What we give',
              value: (
                <ul>
                  {terms.map((term) => (
                    <li key={term.id}>
                      {labelOf(CATEGORIES, term.category)}: {levelWord(term.level)}
                      {term.onConsent ? ', on consent' : ''}, {term.purpose}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </div>
      <AnswerForm agreement={agreement.id} group={groupId} asks={asked.asks} formKey={formKey} />
    </SubPage>
  )
}
