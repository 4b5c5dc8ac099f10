import { EmptyState } from '@/components/ui/empty-state'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { printClass } from './working-only'

export type DateItem = {
  id: string
  time?: string | undefined
  what: string
  href?: string
  /** May be looked at side by side; else left out of the print of together view. */
  together?: boolean
}

export type DateGroup = {
  /** `Tuesday 24 November`, and the same for machines. */
  day: string
  date: string
  items: readonly DateItem[]
  /** Why these get in each other's way: `About 45 minutes apart by bus.` */
  clash?: { why: string; agreeHref?: string | undefined } | undefined
}

/** What is agreed for the days ahead; clashes are called out. */
export function NextDates({
  groups,
  emptyHref,
}: {
  groups: readonly DateGroup[]
  emptyHref?: string
}) {
  if (groups.length === 0) {
    return (
      <EmptyState title="Nothing is booked by anyone whose dates you can see.">
        {emptyHref ? <Link href={emptyHref}>Agree a date</Link> : null}
      </EmptyState>
    )
  }
  return (
    <div className="space-y-3">
      {groups.map((group) => (
        <section
          key={group.date}
          aria-label={group.day}
          className={printClass(group.items.some(({ together }) => together))}
        >
          <h3 className="mb-1 text-note text-muted">
            <time dateTime={group.date}>{group.day}</time>
          </h3>
          {group.clash ? <Clash group={group} {...group.clash} /> : <Items items={group.items} />}
        </section>
      ))}
    </div>
  )
}

type ClashProps = { group: DateGroup; why: string; agreeHref?: string | undefined }

function Clash({ group, why, agreeHref }: ClashProps) {
  const count = group.items.length
  return (
    <div className="keep-colour rounded border-2 border-caution bg-caution-wash p-3">
      <p className={classes('mb-1', printClass(group.items.every(({ together }) => together)))}>
        <strong>{count === 2 ? 'Two at once.' : `${count} at once.`}</strong> {why}
      </p>
      <Items items={group.items} />
      {agreeHref ? (
        <p className="no-print mt-1">
          <Link href={agreeHref}>Agree a new time</Link>
        </p>
      ) : null}
    </div>
  )
}

function Items({ items }: { items: readonly DateItem[] }) {
  return (
    <ul className="space-y-1.5">
      {items.map(({ id, time, what, href, together }) => (
        <li key={id} className={classes('flex gap-4', printClass(together))}>
          <span className="w-12 shrink-0 font-bold">{time ?? 'All day'}</span>
          <span className="min-w-0">{href ? <Link href={href}>{what}</Link> : what}</span>
        </li>
      ))}
    </ul>
  )
}
