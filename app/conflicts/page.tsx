import { randomUUID } from 'node:crypto'
import { openDraft } from '@/app/open-draft'
import { ViewerPage } from '@/app/viewer-page'
import { Done } from '@/app/done'
import { PageBody } from '@/components/layout/page-body'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { listDeclarations } from '@/lib/conflicts/queries'
import { isDeclarationDue } from '@/lib/conflicts/rules'
import { formatDate, today } from '@/lib/dates'
import { DeclarationForm } from './forms'

const news = {
  declared:
    'Thank you. The custodian reads it and bars you from their records, for your sake and theirs.',
}

/** Each user's own declaration, at joining and yearly: whom they must not see. */
export default async function ConflictsPage() {
  const { viewer, declared, draft, kept } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      declared: await listDeclarations(scope),
      ...(await openDraft(scope, { form: 'declaration', path: '/conflicts' })),
    }),
    '/conflicts',
  )
  const last = declared[0]
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Whom you must not see" width="reading">
        <Done news={news} />
        <p className="mb-3">
          Relatives, partners and former partners, friends, neighbours, people you have a dispute
          with, and yourself. It is nothing to be ashamed of: everybody here is asked, when they
          join and then every year.
        </p>
        <p className="mb-6 font-bold">
          {!last
            ? 'You have not declared yet.'
            : isDeclarationDue(last.declared_at, today())
              ? `You last declared on ${formatDate(last.declared_at)}. It is time to say it again.`
              : `You last declared on ${formatDate(last.declared_at)}. You can add to it at any time.`}
        </p>
        <DeclarationForm formKey={randomUUID()} draft={draft} kept={kept} />
        {declared.length > 0 ? (
          <section aria-labelledby="before" className="mt-8">
            <h2 id="before" className="mb-3 text-heading-m">
              What you declared
            </h2>
            <ul className="divide-y divide-line">
              {declared.map(({ declared_at, nobody, names }) => (
                <li key={declared_at.toISOString()} className="py-2">
                  <span className="block text-note text-muted">{formatDate(declared_at)}</span>
                  <span className="whitespace-pre-line">{nobody ? 'Nobody' : names}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {can(viewer, 'limited:review') ? (
          <p className="mt-8">
            <Link href="/conflicts/matches">What others declared, and matches found</Link>
          </p>
        ) : null}
      </PageBody>
    </ViewerPage>
  )
}
