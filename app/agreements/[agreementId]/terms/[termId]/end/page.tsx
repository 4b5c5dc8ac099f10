import { notFound } from 'next/navigation'
import { SummaryList } from '@/components/ui/summary-list'
import { CATEGORIES } from '@/lib/access/categories'
import { levelWord, termState } from '@/lib/agreements/rules'
import { labelOf } from '@/lib/codes'
import { openAgreement } from '../../../../open-agreement'
import { SubPage } from '@/app/sub-page'
import { EndTermForm } from './form'

type Props = { params: Promise<{ agreementId: string; termId: string }> }

/** Ending one term. To change it, end it and add another. */
export default async function EndTermPage({ params }: Props) {
  const { termId } = await params
  const { viewer, agreement, host, party, formKey } = await openAgreement(
    params,
    'agreement:write',
    () => Promise.resolve(null),
  )
  const term = agreement.terms.find(({ id }) => id === termId)
  if (!term || termState(term, new Date()) === 'ended') notFound()
  if (!host && !(party && term.giverId === viewer.agencyId)) notFound()
  const group = agreement.groups.find(({ id }) => id === term.groupId)
  return (
    <SubPage
      viewer={viewer}
      title="End this term"
      about={agreement.name}
      back={{ href: `/agreements/${agreement.id}/terms`, label: 'every term' }}
    >
      <div className="mb-6">
        <SummaryList
          rows={[
            { term: 'Given by', value: term.giver },
            { term: 'What', value: labelOf(CATEGORIES, term.category) },
            {
              term: 'To',
              value: `${group?.name ?? ''}: ${group?.teams.map(({ name }) => name).join(', ') ?? ''}`,
            },
            { term: 'Level', value: levelWord(term.level) },
            { term: 'Purpose', value: term.purpose },
          ]}
        />
      </div>
      <EndTermForm agreement={agreement.id} term={termId} formKey={formKey} />
    </SubPage>
  )
}
