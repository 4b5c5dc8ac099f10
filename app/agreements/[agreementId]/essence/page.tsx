import { Table } from '@/components/ui/table'
import { agreementNews, FORBIDDEN_USES, lastDay } from '@/lib/agreements/rules'
import { JOINT, whoAnswers } from '@/lib/agreements/joint'
import { labelOf } from '@/lib/codes'
import { formatDate } from '@/lib/dates'
import { openAgreement } from '../../open-agreement'
import { SubPage } from '@/app/sub-page'

type Props = { params: Promise<{ agreementId: string }> }

export const metadata = { title: 'Essence of the arrangement' }

/**
 * What a person is entitled to be given (UK GDPR Art. 26(2)): who answers for what, in one print.
 */
export default async function EssencePage({ params }: Props) {
  const { viewer, agreement } = await openAgreement(params, 'agreement:read', () =>
    Promise.resolve(null),
  )
  const now = new Date()
  const parties = agreement.parties.filter(({ leftAt }) => !(leftAt && leftAt <= now))
  const news = agreementNews(agreement, now)
  return (
    <SubPage
      viewer={viewer}
      title="The essence of the arrangement"
      about={`${agreement.name}, ${agreement.place}`}
      back={{ href: `/agreements/${agreement.id}`, label: agreement.name }}
    >
      {news ? <p className="mb-4 font-bold">{news.words}</p> : null}
      <div className="mb-6 space-y-3">
        <p>
          These organisations work together and use one service to do it. What it is for:{' '}
          {agreement.purpose}.
        </p>
        <p>
          It covers {agreement.cohortName.charAt(0).toLowerCase() + agreement.cohortName.slice(1)}.{' '}
          {agreement.cohortDescription} It began on {formatDate(agreement.startsAt)}
          {agreement.endsAt ? ` and lasts until ${formatDate(lastDay(agreement.endsAt))}` : ''}.
        </p>
        {agreement.forbiddenUses.length > 0 ? (
          <p>
            Nobody may use what they read here to:{' '}
            {agreement.forbiddenUses
              .map((key) => labelOf(FORBIDDEN_USES, key).toLowerCase())
              .join('; ')}
            .
          </p>
        ) : null}
        <p>
          You can ask any of them what is held about you, to put it right, to stop sharing it with
          some or all of the others, or to complain. Whoever you ask passes it on; you need not ask
          each. You can also complain to the Information Commissioner.
        </p>
      </div>
      <div className="mb-8">
        <Table
          caption="Who answers for what"
          rows={JOINT}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', title: 'Kind of record', heading: true, cell: ({ kind }) => kind },
            { key: 'who', title: 'Controller', cell: ({ controller }) => whoAnswers[controller] },
            {
              key: 'contact',
              title: 'Whom to ask',
              cell: ({ controller }) =>
                controller === 'giver'
                  ? 'The organisation that wrote it, below'
                  : `${agreement.host.name}, for all`,
            },
          ]}
        />
      </div>
      <Table
        caption="The organisations"
        rows={parties}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: 'Organisation', heading: true, cell: ({ agency }) => agency.name },
          { key: 'basis', title: 'Why the law lets it', cell: ({ lawfulBasis }) => lawfulBasis },
          {
            key: 'lifted',
            title: 'Confidence',
            cell: ({ confidenceLiftedBy }) => confidenceLiftedBy,
          },
          { key: 'contact', title: 'Whom to ask', cell: ({ contact }) => contact },
        ]}
      />
      <p className="mt-6 text-note text-muted">
        Drawn from the agreement as it stands on {formatDate(now)}. The parties settle between them
        which records they answer for together; where they have agreed otherwise in writing, that
        holds.
      </p>
    </SubPage>
  )
}
