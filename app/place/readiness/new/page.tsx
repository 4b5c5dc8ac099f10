import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { can } from '@/lib/access/policy'
import { ATTRIBUTION, STATEMENTS } from '@/lib/readiness/statements'
import { Details } from '@/components/ui/details'
import { openReadiness } from '../open-round'
import { RoundForm } from './form'

/** A new round: its name, its last day, and what the place asks besides. */
export default async function NewRoundPage() {
  const { viewer } = await openReadiness('/place/readiness/new', async () => null)
  if (!can(viewer, 'readiness:lead')) notFound()
  return (
    <SubPage
      viewer={viewer}
      title="Begin a round"
      width="reading"
      about="Many voices say from 1 to 10 how far each statement holds. Links come next."
      back={{ href: '/place/readiness', label: 'readiness' }}
    >
      <Details summary={`The ${STATEMENTS.length} statements that every round asks`}>
        <ul className="list-disc pl-5">
          {STATEMENTS.map(({ key, words }) => (
            <li key={key}>{words}</li>
          ))}
        </ul>
        <p className="mt-2 text-muted">{ATTRIBUTION}</p>
      </Details>
      <RoundForm formKey={randomUUID()} />
    </SubPage>
  )
}
