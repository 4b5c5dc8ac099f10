import type { Metadata } from 'next'
import { WarningCard } from '@/components/person/warning-card'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { labelOf, WARNING_KINDS, WARNING_TOLD } from '@/lib/codes'
import { firstCapital } from '@/lib/first-capital'
import { formatDate, londonDate } from '@/lib/dates'
import { listWarnings, type ListedWarning } from '@/lib/warnings/queries'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'

export const metadata: Metadata = { title: 'Warnings' }

type Props = { params: Promise<{ personId: string }> }

/** What to do to be safe, why, and until when. A warning lapses unless somebody renews it. */
export default async function WarningsPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'warnings',
    (scope, { personId: id }) => listWarnings(scope, id),
  )
  const here = `/people/${personId}/warnings`
  const standing = asked.filter(({ stands }) => stands)
  const before = asked.filter(({ stands }) => !stands)
  const mayEdit = can(viewer, 'warning:end')
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="max-w-3xl">
        <div className="mb-4 flex items-center justify-between gap-4">
          <h2 className="text-heading-m">Warnings that stand</h2>
          {can(viewer, 'warning:give') ? (
            <ButtonLink href={`${here}/new`}>Give a warning</ButtonLink>
          ) : null}
        </div>
        {standing.length === 0 ? (
          <EmptyState title="No warning stands, as far as you can see." />
        ) : (
          <div className="grid gap-4">
            {standing.map((warning) => (
              <OneWarning key={warning.id} warning={warning} here={here} mayEdit={mayEdit} />
            ))}
          </div>
        )}
        {before.length > 0 ? (
          <>
            <h2 className="mt-8 mb-4 text-heading-m">Ended or lapsed</h2>
            <div className="grid gap-4">
              {before.map((warning) => (
                <OneWarning key={warning.id} warning={warning} here={here} mayEdit={false} />
              ))}
            </div>
          </>
        ) : null}
      </div>
    </PersonPage>
  )
}

function OneWarning({
  warning,
  here,
  mayEdit,
}: {
  warning: ListedWarning
  here: string
  mayEdit: boolean
}) {
  const lapses = formatDate(londonDate(warning.lapsesOn))
  const told = labelOf(WARNING_TOLD, warning.told)
  return (
    <WarningCard
      title={warning.headline}
      tone={warning.kind === 'visit' || warning.kind === 'overdose' ? 'danger' : 'caution'}
      why={labelOf(WARNING_KINDS, warning.kind)}
      evidence={warning.evidence ?? undefined}
      given={`${firstCapital(warning.agency)}, ${formatDate(londonDate(warning.startsOn))}`}
      lapses={warning.stands ? `${lapses}, unless renewed` : undefined}
      told={warning.toldOn ? `${told}, ${formatDate(londonDate(warning.toldOn))}` : told}
      ended={
        warning.endedAt
          ? [`Ended ${formatDate(londonDate(warning.endedAt))}`, warning.endedReason]
              .filter(Boolean)
              .join(': ')
          : warning.stands
            ? undefined
            : `Lapsed ${lapses}`
      }
      actions={
        mayEdit && warning.own && warning.stands ? (
          <span className="flex gap-5">
            <Link href={`${here}/${warning.id}/renew`}>Renew</Link>
            <Link href={`${here}/${warning.id}/end`}>End</Link>
          </span>
        ) : undefined
      }
    />
  )
}
