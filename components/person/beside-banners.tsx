import { NotificationBanner } from '@/components/ui/notification-banner'
import { Link } from '@/components/ui/link'

type Props = {
  /** Ids of people whose record may be this person's. */
  records: readonly string[]
  /** Telephone numbers of this person that somebody else has too. */
  numbers: readonly { person: string; number: string }[]
}

/**
 * What to know before taking this for all there is: a possible other record, or a number that
 * somebody else answers. Not for sitting beside the person, nor printed. No names: they are on the
 * page that the link leads to, under the reader's own rights.
 */
export function BesideBanners({ records, numbers }: Props) {
  const shared = [...new Set(numbers.map(({ number }) => number))]
  return (
    <>
      {records.length > 0 ? (
        <NotificationBanner title="There may be another record of this person">
          <p>
            The record steward decides whether they are one. Until then look at{' '}
            {records.map((id, index) => (
              <span key={id}>
                {index > 0 ? ', and at ' : null}
                <Link href={`/people/${id}`}>
                  {index === 0 ? 'the other record' : `other record ${index + 1}`}
                </Link>
              </span>
            ))}{' '}
            too.
          </p>
        </NotificationBanner>
      ) : null}
      {shared.map((number) => (
        <NotificationBanner key={number} title="Somebody else has this number too">
          <p>
            Check who answers <strong>{number}</strong> before you say anything. It is also with{' '}
            {numbers
              .filter((one) => one.number === number)
              .map(({ person }, index) => (
                <span key={person}>
                  {index > 0 ? ', and with ' : null}
                  <Link href={`/people/${person}`}>
                    {index === 0 ? 'another person' : `person ${index + 1}`}
                  </Link>
                </span>
              ))}
            .
          </p>
        </NotificationBanner>
      ))}
    </>
  )
}
