import { Done } from '@/app/done'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { countCohort, listAskedParties } from '@/lib/agreements/queries'
import { agreementNews, FORBIDDEN_USES, lastDay } from '@/lib/agreements/rules'
import { groupsInUse, waitingFor } from '@/lib/agreements/versions'
import { labelOf } from '@/lib/codes'
import { formatDate } from '@/lib/dates'
import { news as done } from '../news'
import { openAgreement } from '../open-agreement'
import { Askings } from './askings'
import { Groups } from './groups'
import { Parties } from './parties'
import { WhoGives } from './who-gives'

type Props = {
  params: Promise<{ agreementId: string }>
  searchParams: Promise<{ to?: string | string[] }>
}

export const metadata = { title: 'Sharing agreement' }

/** One agreement: what it is for, whom it covers, who is in it, and who gives what to whom. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const { to } = await searchParams
  const {
    viewer,
    agreement,
    host,
    party,
    writes,
    asked: { size, askings },
  } = await openAgreement(params, 'agreement:read', async (scope, it) => ({
    size: await countCohort(scope, it.id),
    askings: await listAskedParties(scope, it),
  }))
  const { id, parties, groups, terms } = agreement
  const now = new Date()
  const news = agreementNews(agreement, now)
  const at = `/agreements/${id}`
  const used = groupsInUse(groups, terms, now)
  const waiting = party ? waitingFor(groups, terms, viewer.agencyId, now) : []
  const forbidden = agreement.forbiddenUses.map((key) => labelOf(FORBIDDEN_USES, key))
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title={agreement.name}
        about={`Kept by ${agreement.host.name}, for ${agreement.place}`}
      >
        <Done news={done} />
        {news ? <InsetText tone={news.tone}>{news.words}</InsetText> : null}
        {askings
          .filter(({ agency }) => writes && agency.id === viewer.agencyId)
          .map((asking) => (
            <InsetText key={asking.id} tone="caution">
              {agreement.host.name} asks {viewer.agency} to be a party. Until you say yes, it is
              none. <Link href={`${at}/asked/${asking.id}`}>See on which grounds, and answer</Link>
            </InsetText>
          ))}
        {waiting.map(({ group }) => (
          <InsetText key={group.id} tone="caution">
            A new version of the group {group.name} waits for your answer. Until then your terms
            stay with the teams they were given to.{' '}
            <Link href={`${at}/groups/${group.id}/answer`}>See what would change</Link>
          </InsetText>
        ))}
        <ul className="no-print mb-5 flex flex-wrap gap-x-6 gap-y-2">
          <li>
            <Link href={`${at}/terms`}>Every term</Link>
          </li>
          <li>
            <Link href={`${at}/essence`}>Essence of the arrangement, to print</Link>
          </li>
          {party ? (
            <li>
              <Link href={`${at}/terms/new`}>Add a term of ours</Link>
            </li>
          ) : null}
          {host ? (
            <>
              <li>
                <Link href={`${at}/dates`}>Change dates</Link>
              </li>
              <li>
                <Link href={`${at}/end`}>End it now</Link>
              </li>
            </>
          ) : null}
        </ul>
        <div className="grid grid-cols-1 gap-5">
          <Card title="What it is" titleId="what">
            <SummaryList
              rows={[
                { term: 'Purpose', value: agreement.purpose },
                { term: 'Legal gateway', value: agreement.gateway ?? 'None named' },
                {
                  term: 'Forbidden uses',
                  value: forbidden.length > 0 ? forbidden.join(', ') : 'None named',
                },
                {
                  term: 'Whom it covers',
                  value: (
                    <>
                      <strong>{agreement.cohortName}.</strong> {agreement.cohortDescription}
                      {size === null ? null : <span className="block">{size} people now.</span>}
                    </>
                  ),
                },
                {
                  term: 'People under 18',
                  value: agreement.allowsChildren ? 'May be included' : 'Not included',
                },
                {
                  term: 'Impact assessment',
                  value: agreement.dpiaReference ?? 'No reference given',
                },
                { term: 'From', value: formatDate(agreement.startsAt) },
                { term: 'Review', value: formatDate(agreement.reviewOn) },
                {
                  term: 'Until',
                  value: agreement.endsAt ? formatDate(lastDay(agreement.endsAt)) : 'No end is set',
                },
              ]}
            />
          </Card>
          <Card
            title="Who gives what to whom"
            titleId="terms"
            more={<Link href={`${at}/terms`}>Every term, with its purpose</Link>}
          >
            {used.length === 0 ? (
              <EmptyState title="No group of teams receives anything yet." />
            ) : (
              <WhoGives
                agreement={agreement}
                groups={used}
                to={to}
                mine={party ? viewer.agencyId : null}
                now={now}
              />
            )}
          </Card>
          <Card
            title="Parties"
            titleId="parties"
            more={host ? <Link href={`${at}/parties/new`}>Add a party</Link> : null}
          >
            <Parties parties={parties} at={at} mine={viewer.agencyId} officer={party} now={now} />
            {host ? <Askings askings={askings} at={at} /> : null}
          </Card>
          <Card
            title="Groups of teams that receive"
            titleId="groups"
            more={host ? <Link href={`${at}/groups/new`}>Add a group</Link> : null}
          >
            <Groups groups={used} at={at} host={host} />
          </Card>
        </div>
      </PageBody>
    </ViewerPage>
  )
}
