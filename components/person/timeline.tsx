import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { domainClasses } from './domain-colours'
import { printClass } from './working-only'

/** An entry whose words another agency keeps: whom to ring, and where to ask for them. */
export type Held = {
  ring?: { name: string; phone: string } | undefined
  askHref?: string | undefined
}

export type TimelineEntry = {
  id: string
  /** `Thu 19 Nov, 14:30`, and its day for machines (`2026-11-19`). */
  when: string
  date: string
  /** `Seen at the day centre` */
  title: string
  /** `Housing First · Amina Yusuf` */
  by: string
  /** Whose colour the dot has. */
  domain?: string | undefined
  /** Attempted or not kept: the dot is a ring. */
  notKept?: boolean
  /** Small things: no dot, smaller words. */
  minor?: boolean
  words?: string | undefined
  held?: Held | undefined
  /** `Corrected 20 November by Amina Yusuf`, `Withdrawn: written in the wrong record`. */
  changed?: string | undefined
  href?: string | undefined
  /** May be looked at side by side; else left out of together view and of its print. */
  together?: boolean
}

/** What happened, newest first, across agencies. */
export function Timeline({
  entries,
  empty,
}: {
  entries: readonly TimelineEntry[]
  empty: ReactNode
}) {
  if (entries.length === 0)
    return <EmptyState title="Nothing has been recorded yet.">{empty}</EmptyState>
  return (
    <ol>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { when, date, title, by, minor, words, held, changed, href, together } = entry
  return (
    <li
      className={classes(
        'group grid grid-cols-[1rem_1fr] gap-x-3 sm:grid-cols-[5.25rem_1rem_1fr]',
        printClass(together),
      )}
    >
      <time
        dateTime={date}
        className="text-note text-muted max-sm:col-start-2 sm:pt-px sm:text-right"
      >
        {when}
      </time>
      <Thread entry={entry} />
      <div className={classes('min-w-0 max-sm:col-start-2', minor ? 'pb-3 text-note' : 'pb-5')}>
        <p>
          {href ? (
            <Link href={href} className={minor ? '' : 'font-bold'}>
              {title}
            </Link>
          ) : (
            <span className={minor ? '' : 'font-bold'}>{title}</span>
          )}{' '}
          <span className="text-note text-muted">{by}</span>
        </p>
        {words ? <p className="whitespace-pre-line">{words}</p> : null}
        {held ? <HeldElsewhere {...held} /> : null}
        {changed ? <p className="text-note text-muted">{changed}</p> : null}
      </div>
    </li>
  )
}

/** The thread and its dot. Decoration: what it says stands in the words. */
function Thread({ entry: { domain, notKept, minor, held } }: { entry: TimelineEntry }) {
  const { fill, edge } = domainClasses(domain)
  const hollow = notKept || held
  return (
    <span
      aria-hidden="true"
      className={
        'relative flex justify-center max-sm:col-start-1 max-sm:row-span-2 max-sm:row-start-1'
      }
    >
      <span className="absolute top-4 bottom-[-0.35rem] w-0.5 bg-line group-last:hidden" />
      {minor ? (
        <span className="keep-colour relative mt-2 size-1.5 rounded-full bg-muted" />
      ) : (
        <span
          className={classes(
            'keep-colour relative mt-1 size-3.5 rounded-full border-3',
            edge,
            hollow ? 'bg-card' : fill,
          )}
        />
      )}
    </span>
  )
}

/** Drawn as held, never as a gap. */
export function HeldElsewhere({ ring, askHref }: Held) {
  return (
    <p className="hatched-faint mt-1 rounded border border-dashed border-muted px-3 py-2">
      Held by the service.{' '}
      {ring ? <Link href={`tel:${ring.phone.replace(/\s/g, '')}`}>Ring {ring.name}</Link> : null}
      {ring && askHref ? ' or ' : null}
      {askHref ? <Link href={askHref}>{ring ? 'ask to see it' : 'Ask to see it'}</Link> : null}
      {ring || askHref ? '.' : null}
    </p>
  )
}
