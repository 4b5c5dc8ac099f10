import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { CATEGORIES } from '@/lib/access/categories'
import { termOf, termValues } from '@/lib/agreements/matrix'
import { levelWord } from '@/lib/agreements/rules'
import { groupLabel, newestGroups, newestOf } from '@/lib/agreements/versions'
import { today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { openAgreement } from '../../../open-agreement'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { TermForm } from './form'

type Props = {
  params: Promise<{ agreementId: string }>
  searchParams: Promise<{ what?: string | string[]; to?: string | string[] }>
}

/** A term of the officer's own agency: what it gives, to whom, how much, for what. */
export default async function NewTermPage({ params, searchParams }: Props) {
  const { what, to } = await searchParams
  const { viewer, agreement, party, asked, formKey } = await openAgreement(
    params,
    'agreement:write',
    (scope, { id }) =>
      openDraft(scope, { form: 'term', subject: id, path: `/agreements/${id}/terms/new` }),
  )
  if (!party) notFound()
  const { id, name, forbiddenUses } = agreement
  const groups = newestGroups(agreement.groups)
  const now = new Date()
  const given = agreement.groups.find((group) => group.id === to)
  const category = CATEGORIES.find(({ key }) => key === what)
  const current =
    given && category
      ? termOf(agreement.terms, viewer.agencyId, category.key, given.id, now)
      : undefined
  return (
    <SubPage
      viewer={viewer}
      title={`What ${viewer.agency} gives`}
      about={name}
      back={{ href: `/agreements/${id}`, label: name }}
    >
      <InsetText>
        By default probation, police and benefit agencies get no more than “exists” of substance
        use, mental health, whereabouts and domestic abuse. Teams that enforce or decide benefits
        receive nothing by screen.
      </InsetText>
      {current && given && category ? (
        <InsetText>
          Today {groupLabel(given)} gets {category.label.toLowerCase()} of ours as “
          {levelWord(current.level)}”. A new term stands beside it, and the higher one counts.{' '}
          <Link href={`/agreements/${id}/terms/${current.id}/end`}>End the one of today</Link>
        </InsetText>
      ) : null}
      {groups.length === 0 ? (
        <EmptyState title="There is no group of teams to give to.">
          The officer of {agreement.host.name} adds groups.
        </EmptyState>
      ) : (
        <TermForm
          agreement={id}
          groups={groups.map((group) => ({
            value: group.id,
            label: groupLabel(group),
            hint: group.teams.map((team) => team.name).join(', '),
          }))}
          formKey={formKey}
          draft={asked.draft}
          values={
            asked.kept ?? {
              forbidden: forbiddenUses,
              consent: 'no',
              counted: 'no',
              ...dateValues('startsOn', today()),
              ...(category ? { category: category.key } : {}),
              ...(given ? { group: (newestOf(agreement.groups, given.id) ?? given).id } : {}),
              ...(current ? termValues(current) : {}),
            }
          }
        />
      )}
    </SubPage>
  )
}
