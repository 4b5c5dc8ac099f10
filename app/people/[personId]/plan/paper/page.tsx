import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PrintButton } from '@/components/ui/print-button'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { formatDate, today } from '@/lib/dates'
import { firstName } from '@/lib/people/identity'
import { getPaper } from '@/lib/plan/paper'
import { withPerson } from '../../open'
import { PersonPage } from '../../person-page'

export const metadata: Metadata = { title: 'The plan on paper' }

type Props = { params: Promise<{ personId: string }> }

/**
 * The plan to hand over: plain words, large type. Only what the two may look at side by side, from
 * the same place as together view; no agency by name, since paper lies about.
 */
export default async function PaperPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'print',
    (scope, { personId: id }) => getPaper(scope, id),
    '/plan/paper',
  )
  if (!can(viewer, 'person:print')) notFound()
  const { goals, others, ring } = asked
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working" width="reading">
      <div className="no-print mb-4 flex flex-wrap items-center gap-5">
        <PrintButton />
        <Link href={`/people/${personId}/plan`}>Back to the plan</Link>
        <span className="text-note text-muted">
          No service is named on it. Read it before you hand it over.
        </span>
      </div>
      <article className="bg-card p-5 text-[1.375rem] leading-normal print:p-0">
        <h2 className="mb-1 text-[1.75rem] font-bold">My plan</h2>
        <p className="mb-6">
          {firstName(strip)}, {formatDate(today())}
        </p>
        {goals.length === 0 ? <p className="mb-6">No goals are written down yet.</p> : null}
        {goals.map((goal) => (
          <section key={goal.id} className="mb-6 break-inside-avoid">
            <h3 className="mb-2 font-bold">I want: {goal.words}</h3>
            <Doing lines={goal.lines} />
          </section>
        ))}
        {others.length > 0 ? (
          <section className="mb-6">
            <h3 className="mb-2 font-bold">What else will happen</h3>
            <Doing lines={others} />
          </section>
        ) : null}
        <section className="break-inside-avoid">
          <h3 className="mb-2 font-bold">Who to ring</h3>
          <p>
            {ring ? (
              <>
                {ring.name},{' '}
                <b className="whitespace-nowrap">{ring.phone ?? 'ask for the number'}</b>
              </>
            ) : (
              'Ask the worker who gave you this.'
            )}
          </p>
          <p>You can say no to anything here. It changes nothing about the help you get.</p>
        </section>
      </article>
    </PersonPage>
  )
}

function Doing({ lines }: { lines: readonly string[] }) {
  return lines.length === 0 ? (
    <p>Nobody has anything to do for this yet.</p>
  ) : (
    <ul className="list-disc pl-8">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
