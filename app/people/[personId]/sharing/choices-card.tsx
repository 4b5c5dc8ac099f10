import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { CATEGORIES } from '@/lib/access/categories'
import { labelOf } from '@/lib/codes'
import { formatDate } from '@/lib/dates'
import type { listChoices } from '@/lib/sharing/queries'

type Choice = Awaited<ReturnType<typeof listChoices>>[number]

/** What the person said: objections and consents, what they cover, and whether they stand. */
export function ChoicesCard({
  choices,
  here,
  mayRecord,
}: {
  choices: Choice[]
  here: string
  mayRecord: boolean
}) {
  return (
    <Card
      title="What the person said about sharing"
      titleId="choices"
      more={mayRecord ? <Link href={`${here}/choice`}>Record what they said</Link> : undefined}
    >
      {choices.length === 0 ? (
        <EmptyState title="Nothing that you can see." />
      ) : (
        <ul className="divide-y divide-line">
          {choices.map((choice) => (
            <li key={choice.id} className="py-2.5">
              <p>
                <strong>{choice.kind === 'objection' ? 'Objected' : 'Agreed'}</strong>{' '}
                {coverWords(choice)}
              </p>
              <p className="text-note text-muted">
                {formatDate(choice.saidOn)}, {choice.how.replace(/\.+$/, '')}, recorded by{' '}
                {choice.by}.{standsWords(choice)}
              </p>
              {mayRecord && choice.stands ? (
                <Link href={`${here}/choice/${choice.id}/withdraw`}>They changed their mind</Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function coverWords({ aboutCategories, group, kind }: Choice): string {
  const what =
    aboutCategories.length === 0
      ? 'everything but safety'
      : aboutCategories.map((category) => labelOf(CATEGORIES, category).toLowerCase()).join(', ')
  return `${kind === 'objection' ? 'to sharing' : 'to sharing'} ${what} with ${group ?? 'other agencies'}`
}

function standsWords({
  stands,
  withdrawnAt,
  overriddenBy,
  overrideReason,
  upheld,
}: Choice): string {
  if (withdrawnAt) return ' Withdrawn.'
  if (overriddenBy) return ` Overridden by a duty: ${overrideReason ?? ''}`
  if (!upheld) return ' Not upheld.'
  return stands ? ' In force.' : ' Over.'
}
