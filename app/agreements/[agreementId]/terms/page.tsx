import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { CATEGORIES } from '@/lib/access/categories'
import { FORBIDDEN_USES, lastDay, levelWord, termState, type Term } from '@/lib/agreements/rules'
import { groupLabel } from '@/lib/agreements/versions'
import { labelOf } from '@/lib/codes'
import { formatDate } from '@/lib/dates'
import { openAgreement } from '../../open-agreement'
import { SubPage } from '@/app/sub-page'

type Props = { params: Promise<{ agreementId: string }> }

export const metadata = { title: 'Every term' }

const dates = ({ startsAt, endsAt, endedNow }: Term) =>
  `from ${formatDate(startsAt)}${endsAt ? ` until ${formatDate(endedNow ? endsAt : lastDay(endsAt))}` : ''}`

const uses = (term: Term) =>
  term.forbiddenUses.map((key) => labelOf(FORBIDDEN_USES, key).toLowerCase()).join(', ')

/** Every term there is and was, with its purpose and dates. A term is never altered. */
export default async function TermsPage({ params }: Props) {
  const { viewer, agreement, host, party } = await openAgreement(params, 'agreement:read', () =>
    Promise.resolve(null),
  )
  const { id, name, terms, groups } = agreement
  const now = new Date()
  const groupName = new Map(groups.map((group) => [group.id, groupLabel(group)]))
  const mayEnd = (term: Term) =>
    termState(term, now) !== 'ended' &&
    !term.endedNow &&
    (host || (party && term.giverId === viewer.agencyId))
  return (
    <SubPage
      viewer={viewer}
      title="Every term"
      about="A term is never altered: it ends, and a new one begins. Ended ones stay here."
      back={{ href: `/agreements/${id}`, label: name }}
      width="wide"
    >
      {terms.length === 0 ? (
        <EmptyState title="Nobody has given anything yet.">
          Each party’s own officer adds its terms.
        </EmptyState>
      ) : (
        <Table
          caption={name}
          captionHidden
          rows={terms}
          rowKey={(term) => term.id}
          columns={[
            { key: 'giver', title: 'Given by', heading: true, cell: ({ giver }) => giver },
            { key: 'what', title: 'What', cell: ({ category }) => labelOf(CATEGORIES, category) },
            { key: 'to', title: 'To', cell: ({ groupId }) => groupName.get(groupId) ?? '' },
            { key: 'level', title: 'Level', cell: ({ level }) => levelWord(level) },
            {
              key: 'why',
              title: 'Purpose, and what nobody may do',
              cell: (term) => (
                <>
                  {term.purpose}
                  {term.forbiddenUses.length > 0 ? (
                    <span className="block text-note text-muted">Not: {uses(term)}</span>
                  ) : null}
                  <span className="block text-note text-muted">
                    {term.onConsent ? 'Only with the person’s consent. ' : ''}
                    {term.counted ? 'Counted in insight.' : 'Not counted in insight.'}
                  </span>
                </>
              ),
            },
            {
              key: 'when',
              title: 'When',
              cell: (term) => (
                <>
                  {dates(term)}
                  {termState(term, now) === 'in force' ? null : (
                    <>
                      {' '}
                      <Tag>{termState(term, now)}</Tag>
                    </>
                  )}
                  {mayEnd(term) ? (
                    <Link
                      className="no-print block"
                      href={`/agreements/${id}/terms/${term.id}/end`}
                    >
                      End
                      <span className="sr-only">
                        {' '}
                        {labelOf(CATEGORIES, term.category)} of {term.giver}
                      </span>
                    </Link>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
    </SubPage>
  )
}
