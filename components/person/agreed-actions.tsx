import { EmptyState } from '@/components/ui/empty-state'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import type { Tone } from '@/components/ui/tag'
import { Tag } from '@/components/ui/tag'
import { printClass } from './working-only'

export type AgreedAction = {
  id: string
  what: string
  /** `Amina Yusuf · Housing First` */
  who: string
  due?: { words: string; tone: Tone } | undefined
  href?: string | undefined
  /** May be looked at side by side; else left out of the print of together view. */
  together?: boolean
}

/** Who has said they will do what, and by when. */
export function AgreedActions({ actions }: { actions: readonly AgreedAction[] }) {
  if (actions.length === 0) return <EmptyState title="No actions are open." />
  return (
    <ul className="divide-y divide-line">
      {actions.map(({ id, what, who, due, href, together }) => (
        <li
          key={id}
          className={classes(
            'flex items-start justify-between gap-4 py-2.5 first:pt-0',
            printClass(together),
          )}
        >
          <span className="min-w-0">
            {href ? <Link href={href}>{what}</Link> : what}
            <span className="block text-note text-muted">{who}</span>
          </span>
          {due ? (
            <span className="shrink-0">
              <Tag tone={due.tone}>{due.words}</Tag>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
