import { Link } from '@/components/ui/link'

export type BecauseProps = {
  /** After "You see this because": `your team works with Danny, under the Wrenford agreement`. */
  reason: string
  /** `sanctions, eviction or arrest` */
  notFor?: string | undefined
  whoHref?: string | undefined
}

/** Why this page is open to this reader, what it may not be used for, and who else can see it. */
export function Because({ reason, notFor, whoHref }: BecauseProps) {
  return (
    <p className="no-print text-note text-muted">
      You see this because {reason}.{notFor ? ` Not to be used for ${notFor}.` : null}{' '}
      {whoHref ? <Link href={whoHref}>Who else can?</Link> : null}
    </p>
  )
}
