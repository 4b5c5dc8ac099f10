import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'

export type OwnWordsProps = {
  /** `Danny` */
  name: string
  words?: string | undefined
  /** `3 November` */
  when?: string | undefined
  /** What not to ask again: `before asking about his past, speak to Amina`. */
  before?: string | undefined
  askHref?: string | undefined
}

/** What the person said, in their words. It comes first. */
export function OwnWords({ name, words, when, before, askHref }: OwnWordsProps) {
  if (!words) {
    return (
      <EmptyState title={`Nothing yet in ${name}’s own words.`}>
        {askHref ? <Link href={askHref}>Write down what matters to them</Link> : null}
      </EmptyState>
    )
  }
  const about = [`In ${name}’s words`, when].filter(Boolean).join(', ')
  return (
    <figure
      className={
        'card keep-colour rounded border border-l-[5px] border-line border-l-act bg-wash p-4 sm:p-5'
      }
    >
      <blockquote className="text-lead whitespace-pre-line">“{words}”</blockquote>
      <figcaption className="mt-2 text-note text-muted">
        {before ? `${about} · ${before}` : about}
      </figcaption>
    </figure>
  )
}
