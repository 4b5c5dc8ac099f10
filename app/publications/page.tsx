import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Done } from '@/app/done'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { ComesAgain } from '@/components/ui/comes-again'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { labelOf } from '@/lib/codes'
import { formatDate, today } from '@/lib/dates'
import { quarterEndsBefore } from '@/lib/insight/rules/quarters'
import { listPublicationsAsked, type Publication } from '@/lib/publications/queries'
import { PROFILES } from '@/lib/publications/schema'
import { auditInWords, standingOf } from '@/lib/publications/words'
import { AgreeForm, AskForm, DropForm } from './forms'

export const metadata: Metadata = { title: 'Publications' }

const news = {
  asked: 'It is being built. This page shows how far it is.',
  agreed: 'You have agreed. When two people have, it is published.',
  dropped: 'It is not published. Its figures and its extract are gone.',
}

/** Officers ask for protected figures, read what the audit found, and agree, two of them. */
export default async function PublicationsPage() {
  const { viewer, publications } = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'publication:ask')) notFound()
    return { viewer: scope.viewer, publications: await listPublicationsAsked(scope) }
  }, '/publications')
  const isBuilding = publications.some((one) => standingOf(one).kind === 'building')
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Publications"
        width="reading"
        about="Protected figures about many people, for those who plan. None leads to a person."
      >
        <Done news={news} />
        {isBuilding ? <ComesAgain /> : null}
        <section aria-labelledby="asked" className="mb-8">
          <h2 id="asked" className="mb-3 text-heading-m">
            Asked for
          </h2>
          {publications.length === 0 ? (
            <EmptyState title="None has been asked for yet." />
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {publications.map((one) => (
                <PublicationRow key={one.id} one={one} />
              ))}
            </ul>
          )}
        </section>
        {isBuilding ? (
          <p>One is being built. You can ask for another when it is done.</p>
        ) : (
          <section aria-labelledby="another">
            <h2 id="another" className="mb-3 text-heading-m">
              Ask for another
            </h2>
            <AskForm
              profiles={PROFILES.map(({ key, label }) => ({ value: key, label }))}
              quarters={quarterEndsBefore(today(), 4).map(({ to }) => ({
                value: to,
                label: formatDate(to),
              }))}
              formKey={randomUUID()}
              kept={undefined}
            />
          </section>
        )}
      </PageBody>
    </ViewerPage>
  )
}

function PublicationRow({ one }: { one: Publication }) {
  const standing = standingOf(one)
  const name = `the twelve months to ${formatDate(one.to_on)}`
  return (
    <li className="py-4">
      <h3 className="text-heading-s">Twelve months to {formatDate(one.to_on)}</h3>
      <p className="mb-2">
        {standing.words} · for {labelOf(PROFILES, one.profile).toLowerCase()}
      </p>
      {standing.kind === 'refused' ? <p className="mb-2">{one.failed_why}</p> : null}
      {one.audit ? (
        <Details summary={`What the audit found in ${name}`}>
          <ul className="list-disc space-y-1 pl-5">
            {[...(one.audit.refusals ?? []), ...auditInWords(one.audit)].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      {standing.kind === 'waits' && !one.mine ? (
        <AgreeForm publication={one.id} words={`Agree to ${name}`} formKey={randomUUID()} />
      ) : null}
      {standing.kind === 'waits' || standing.kind === 'building' ? (
        <DropForm publication={one.id} words={`Do not publish ${name}`} formKey={randomUUID()} />
      ) : null}
    </li>
  )
}
