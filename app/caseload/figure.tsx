import { Link } from '@/components/ui/link'
import { classes } from '@/components/ui/classes'

type Props = {
  href: string
  number: number
  words: string
  about?: string | undefined
  tone: 'danger' | 'caution'
}

const edges = { danger: 'border-l-danger', caution: 'border-l-caution' }

/** A number with its words, and the list behind it. */
export function Figure({ href, number, words, about, tone }: Props) {
  return (
    <li
      className={classes(
        'card rounded border border-l-[5px] border-line bg-card p-4',
        number > 0 && edges[tone],
      )}
    >
      <Link href={href} plain className="block hover:underline">
        <strong className="block text-heading-l">{number}</strong>
        {words}
      </Link>
      {about ? <span className="block text-note text-muted">{about}</span> : null}
    </li>
  )
}
