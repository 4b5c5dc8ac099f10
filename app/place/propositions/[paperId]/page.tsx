import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Done } from '@/app/done'
import { SubPage } from '@/app/sub-page'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { formatDate, formatDateTime } from '@/lib/dates'
import { listComments, listEvidence, listVersions } from '@/lib/propositions/queries'
import { standingOf } from '@/lib/propositions/words'
import { mayWrite, openPaper } from '../open-paper'
import { Figures } from './figures'
import { AgreeForm, CommentForm, PutAwayForm, ShareForm } from './forms'
import { Partners } from './partners'

export const metadata: Metadata = { title: 'Proposition' }

type Props = { params: Promise<{ paperId: string }> }

const news = {
  saved: 'Saved, as a version of its own.',
  shared: 'It is shared.',
  agreed: 'Your agency has agreed.',
  away: 'It is put away.',
  commented: 'Your comment is there.',
  pinned: 'The figure is pinned, as it stands today.',
  'taken-off': 'The figure is taken off.',
}

/** A proposition as a paper to read and print, with what may be done about it. */
export default async function PropositionPage({ params }: Props) {
  const { paperId } = await params
  const { viewer, paper, found } = await openPaper(
    paperId,
    `/place/propositions/${paperId}`,
    async (scope) => ({
      evidence: await listEvidence(scope, paperId),
      comments: await listComments(scope, paperId),
      versions: await listVersions(scope, paperId),
    }),
  )
  const { words } = paper
  const writes = mayWrite(viewer, paper)
  const isOurs = viewer.agencyId === paper.agency_id
  const hasAgreed = paper.first_agency_id === viewer.agencyId
  // A key for each form: two of one page are not the same sent twice.
  const rest = () => ({ paper: paper.id, formKey: randomUUID() })
  return (
    <SubPage
      viewer={viewer}
      title={words.title}
      about={
        `${standingOf(paper)} · version ${paper.version}, ${formatDate(paper.written_at)} · begun ` +
        `by ${paper.agency}${paper.invented ? ' · invented' : ''}`
      }
      back={{ href: '/place/propositions', label: 'propositions' }}
      width="reading"
    >
      <Done news={news} />
      <p className="no-print mb-5 flex flex-wrap items-center gap-4">
        <PrintButton />
        {writes ? (
          <Link href={`/place/propositions/${paper.id}/edit`}>Write a new version</Link>
        ) : null}
      </p>
      <div className="grid gap-5">
        <Card title="The need" titleId="need">
          <p className="whitespace-pre-line wrap-anywhere">{words.need}</p>
          <Figures
            evidence={found.evidence}
            paper={paper.id}
            writes={writes}
            readsPublished={can(viewer, 'insight:view')}
            newKey={randomUUID}
          />
        </Card>
        <Card title="What we would do together" titleId="change">
          <p className="whitespace-pre-line wrap-anywhere">{words.change}</p>
        </Card>
        <Partners partners={words.partners} />
        <Card title="Outcomes to watch" titleId="outcomes">
          <p className="whitespace-pre-line wrap-anywhere">{words.outcomes}</p>
        </Card>
        {paper.put_away_why ? <p>Put away: {paper.put_away_why}</p> : null}
        {writes ? (
          <Card title="What next" titleId="next" className="no-print">
            {paper.shared_at ? null : <ShareForm {...rest()} />}
            {paper.shared_at && !hasAgreed ? (
              <AgreeForm {...rest()} agency={viewer.agency} />
            ) : null}
            {isOurs ? (
              <div className="mt-5">
                <PutAwayForm {...rest()} />
              </div>
            ) : null}
          </Card>
        ) : null}
        <Card title="Comments" titleId="comments" className="no-print">
          {found.comments.length === 0 ? <p className="mb-3 text-muted">None yet.</p> : null}
          <ul className="mb-4 divide-y divide-line">
            {found.comments.map(({ id, words: said, by, agency, at, version_no: no }) => (
              <li key={id} className="py-2.5">
                <p className="whitespace-pre-line wrap-anywhere">{said}</p>
                <p className="text-note text-muted">
                  {by}, {agency}, {formatDateTime(at)}, on version {no}
                </p>
              </li>
            ))}
          </ul>
          {can(viewer, 'proposition:write') && !paper.put_away_at ? (
            <CommentForm {...rest()} />
          ) : null}
        </Card>
        <details className="no-print">
          <summary className="link w-fit">Versions</summary>
          <ul className="mt-2">
            {found.versions.map(({ no, written_at, by }) => (
              <li key={no}>
                {no}: {formatDateTime(written_at)}
                {by ? `, ${by}` : ''}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </SubPage>
  )
}
