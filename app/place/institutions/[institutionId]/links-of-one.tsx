import { Link } from '@/components/ui/link'
import { formatDate } from '@/lib/dates'
import type { LinkOfOne } from '@/lib/network/queries'
import { kindWords, strengthWords } from '@/lib/network/words'
import { LinkEndForm } from '../forms'

type Props = {
  institution: string
  links: readonly (LinkOfOne & { formKey: string })[]
  mayEnd: boolean
}

/** Links of one institution: those that hold, then those that have ended. */
export function LinksOfOne({ institution, links, mayEnd }: Props) {
  if (links.length === 0) return <p className="text-muted">No link has been declared.</p>
  return (
    <ul className="divide-y divide-line">
      {links.map((link) => (
        <li key={link.id} className="py-2.5 first:pt-0">
          <p>
            <b>{kindWords(link.kind)}</b> {link.outward ? 'to' : 'from'}{' '}
            <Link href={`/place/institutions/${link.other_id}`}>{link.other}</Link>
            {`, ${strengthWords(link.strength).toLowerCase()}`}
          </p>
          {link.words ? <p className="wrap-anywhere">{link.words}</p> : null}
          <p className="text-note text-muted">
            {link.body} says so, {formatDate(link.said_on)}
            {link.ended_on && link.ended_body
              ? `; ended ${formatDate(link.ended_on)}, says ${link.ended_body}`
              : ''}
          </p>
          {mayEnd && link.ended_on === null ? (
            <details className="no-print">
              <summary className="link w-fit">It holds no longer</summary>
              <LinkEndForm
                link={link.id}
                institution={institution}
                words={`End this link with ${link.other}`}
                formKey={link.formKey}
              />
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
