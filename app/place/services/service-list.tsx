import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import { Tag } from '@/components/ui/tag'
import type { FoundService } from '@/lib/directory/queries'
import { ageWords, confirmedWords, needWords, waitWords, wayWords } from '@/lib/directory/words'

/** What one has to know before ringing, each on a line of its own. */
function Facts({ service }: { service: FoundService }) {
  const { needs, areas, withheld, phones } = service
  const facts: [string, string | null][] = [
    ['For', service.eligibility ?? ageWords(service.minimum_age, service.maximum_age)],
    ['Needs', needWords(needs).join(', ') || null],
    ['Area', withheld ? 'not shown, for safety' : areas?.join(', ') || null],
    ['Way in', wayWords(service.way_in)],
    ['Wait', waitWords(service.wait_days)],
    ['Telephone', phones.join(', ') || null],
  ]
  return (
    <dl className="mt-2 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
      {facts.map(([term, value]) => (
        <div key={term} className="flex min-w-0 gap-2">
          <dt className="shrink-0 text-muted">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{value ?? <NotKnown />}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Services one under another, those confirmed lately first. */
export function ServiceList({ services }: { services: readonly FoundService[] }) {
  return (
    <ul className="divide-y divide-line">
      {services.map((service) => (
        <li key={service.id} className="py-4 first:pt-0">
          <h3 className="text-heading-s wrap-anywhere">
            <Link href={`/place/services/${service.id}`}>{service.name}</Link>
          </h3>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="wrap-anywhere">
              {service.institution ?? 'Whose it is, is not known'}
            </span>
            {service.open_now ? <Tag tone="act">open now</Tag> : null}
            {service.status === 'active' ? null : <Tag tone="caution">closed for now</Tag>}
            {service.rank === 0 ? null : (
              <Tag tone="caution">
                {service.rank === 1 ? 'not confirmed lately' : 'unconfirmed'}
              </Tag>
            )}
          </p>
          <Facts service={service} />
          <p className="mt-1 text-note text-muted">{confirmedWords(service)}</p>
        </li>
      ))}
    </ul>
  )
}
