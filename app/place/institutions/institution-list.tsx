import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import { Tag } from '@/components/ui/tag'
import { confirmedWords, needWords } from '@/lib/directory/words'
import type { Institution } from '@/lib/institutions/queries'
import { areasWords, sectorWords } from '@/lib/institutions/words'

type Props = { institutions: readonly Institution[]; agencyId: string }

/** Institutions one under another. */
export function InstitutionList({ institutions, agencyId }: Props) {
  return (
    <ul className="divide-y divide-line">
      {institutions.map((one) => (
        <li key={one.id} className="py-4 first:pt-0">
          <h3 className="text-heading-s wrap-anywhere">
            <Link href={`/place/institutions/${one.id}`}>{one.name}</Link>
          </h3>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{sectorWords(one.sector) ?? <NotKnown>sector not known</NotKnown>}</span>
            {one.agency_id === agencyId ? <Tag tone="act">your entry</Tag> : null}
            {one.withheld ? <Tag tone="caution">place withheld</Tag> : null}
            {one.rank === 0 ? null : (
              <Tag tone="caution">{one.rank === 1 ? 'not confirmed lately' : 'unconfirmed'}</Tag>
            )}
          </p>
          {one.description ? <p className="wrap-anywhere">{one.description}</p> : null}
          <dl className="mt-1 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2">
            <div className="flex min-w-0 gap-2">
              <dt className="shrink-0 text-muted">Needs</dt>
              <dd>{needWords(one.needs).join(', ') || <NotKnown />}</dd>
            </div>
            <div className="flex min-w-0 gap-2">
              <dt className="shrink-0 text-muted">Area</dt>
              <dd className="min-w-0 wrap-anywhere">{areasWords(one) ?? <NotKnown />}</dd>
            </div>
          </dl>
          <p className="mt-1 text-note text-muted">{confirmedWords(one)}</p>
        </li>
      ))}
    </ul>
  )
}
