import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import type { AskedParty } from '@/lib/agreements/queries'
import { formatDateTime } from '@/lib/dates'

type Props = { askings: AskedParty[]; at: string }

/** For the host's officer: agencies that were asked to be parties, and have not said yes. */
export function Askings({ askings, at }: Props) {
  if (askings.length === 0) return null
  return (
    <>
      <h3 className="mt-5 mb-2 text-heading-s">Asked, and no party yet</h3>
      <ul className="divide-y divide-line">
        {askings.map(({ id, agency, askedAt, answer, answeredAt }) => (
          <li key={id} className="py-2">
            <strong>{agency.name}</strong>{' '}
            {answer === null ? (
              <Tag tone="caution">waits for their answer</Tag>
            ) : (
              <Tag>said no</Tag>
            )}
            <span className="block text-note text-muted">
              Asked {formatDateTime(askedAt)}
              {answeredAt ? `, answered ${formatDateTime(answeredAt)}. You may ask again` : ''}
            </span>
            {answer === null ? (
              <Link href={`${at}/asked/${id}`}>
                What was asked, and take it back<span className="sr-only">: {agency.name}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
