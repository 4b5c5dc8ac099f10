import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Done } from '@/app/done'
import { SubPage } from '@/app/sub-page'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import { PrintButton } from '@/components/ui/print-button'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { can } from '@/lib/access/policy'
import { formatDateTime } from '@/lib/dates'
import { confirmedWords, waitWords } from '@/lib/directory/words'
import { listChanges, listServicesOf, type Change } from '@/lib/institutions/queries'
import { changeWords } from '@/lib/institutions/words'
import { listLinksOf, listOnSheet } from '@/lib/network/queries'
import { MoveForm } from '../forms'
import { news } from '../news'
import { isTheirs, openInstitution } from '../open-institution'
import { factsOf } from './institution-facts'
import { LinksOfOne } from './links-of-one'

export const metadata: Metadata = { title: 'Institution' }

type Props = { params: Promise<{ institutionId: string }> }

/** One institution: what it is, its services and links, and what its entry was before. */
export default async function InstitutionPage({ params }: Props) {
  const { institutionId } = await params
  const { viewer, one, asked, formKey } = await openInstitution(
    institutionId,
    'place:view',
    async (scope) => ({
      services: await listServicesOf(scope, institutionId),
      links: await listLinksOf(scope, institutionId),
      changes: await listChanges(scope, institutionId),
      spot: can(scope.viewer, 'place:curate')
        ? ((await listOnSheet(scope)).find(({ id }) => id === institutionId) ?? null)
        : null,
    }),
  )
  const mayChange = isTheirs({ viewer }, one)
  const at = `/place/institutions/${one.id}`
  const { services, links, changes, spot } = asked
  return (
    <SubPage
      viewer={viewer}
      title={one.name}
      about={one.description ?? undefined}
      back={{ href: '/place/institutions', label: 'institutions' }}
    >
      <Done news={news} />
      <p className="mb-4 flex flex-wrap items-center gap-3">
        {one.withheld ? <Tag tone="caution">place withheld</Tag> : null}
        {one.rank === 0 ? null : (
          <Tag tone="caution">{one.rank === 1 ? 'not confirmed lately' : 'unconfirmed'}</Tag>
        )}
        {one.invented ? <Tag tone="caution">invented</Tag> : null}
        {mayChange ? (
          <ButtonLink href={`${at}/edit`} tone="secondary">
            Correct or confirm
          </ButtonLink>
        ) : null}
        <PrintButton />
      </p>
      <div className="grid grid-cols-1 gap-5">
        <Card title="What it is" titleId="what">
          <SummaryList rows={factsOf(one)} />
          <p className="mt-3 text-note text-muted">{confirmedWords(one)}</p>
        </Card>
        <Card title="Services" titleId="services">
          {services.length === 0 ? (
            <NotKnown>No service of it is listed.</NotKnown>
          ) : (
            <ul className="space-y-1">
              {services.map(({ id, name, wait_days }) => (
                <li key={id}>
                  {can(viewer, 'service:find') ? (
                    <Link href={`/place/services/${id}`}>{name}</Link>
                  ) : (
                    name
                  )}
                  {one.small || wait_days === null ? '' : `, ${waitWords(wait_days)}`}
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card
          title="Links"
          titleId="links"
          more={<Link href={`/place/network?if=${one.id}`}>What if it closed?</Link>}
        >
          <LinksOfOne
            institution={one.id}
            links={links.map((link) => ({ ...link, formKey: randomUUID() }))}
            mayEnd={mayChange}
          />
          {mayChange ? (
            <p className="no-print mt-4">
              <Link href={`${at}/link`}>Declare a link</Link>
            </p>
          ) : null}
        </Card>
        {spot ? (
          <Card title="Where it stands on the sheet" titleId="spot" className="no-print">
            <MoveForm
              institution={one.id}
              formKey={formKey}
              across={spot.across === null ? '' : String(Math.round(spot.across / 10))}
              down={spot.down === null ? '' : String(Math.round(spot.down / 10))}
            />
          </Card>
        ) : null}
        <Card title="What the entry was before" titleId="before">
          <Changes changes={changes} withheld={one.withheld} />
        </Card>
        {mayChange && !one.withheld ? (
          <p className="no-print">
            <Link href={`${at}/withhold`}>Withhold where it is</Link>
          </p>
        ) : null}
      </div>
    </SubPage>
  )
}

function Changes({ changes, withheld }: { changes: readonly Change[]; withheld: boolean }) {
  const told = changes
    .map((change) => ({ ...change, lines: changeWords(change.before) }))
    .filter(({ lines }) => lines.length > 0)
  if (told.length === 0) {
    return (
      <p className="text-muted">
        {withheld ? 'Not kept, since it may tell where it is.' : 'Nothing has changed yet.'}
      </p>
    )
  }
  return (
    <ul className="space-y-3">
      {told.map(({ at, body, lines }) => (
        <li key={at.toISOString()}>
          <b>
            {formatDateTime(at)}, {body ?? 'a feed'}
          </b>
          {lines.map((line) => (
            <span key={line} className="block wrap-anywhere">
              {line}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
