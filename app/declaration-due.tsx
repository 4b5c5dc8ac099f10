import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { formatDate, londonDate } from '@/lib/dates'

/** On Today, at joining and then yearly: whom must this worker not see? */
export function DeclarationDue({ last }: { last: Date | null }) {
  const said = last ? `You last said on ${formatDate(londonDate(last))}.` : 'You have not said yet.'
  return (
    <InsetText tone="caution" className="max-w-3xl">
      Everybody here is asked once a year whom they must not see: relatives, friends, neighbours,
      themselves. {said} <Link href="/conflicts">Say whom you must not see</Link>
    </InsetText>
  )
}
