import { Fragment, type ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Lock, Mark, type TimelineMark } from './timeline-mark'
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
  mark: TimelineMark
  /** Whose colour the mark of a contact has. */
  domain?: string | undefined
  /** Small things: a small mark, smaller words. */
  minor?: boolean
  /** What changed, among the contacts: smaller words. */
  quiet?: boolean
  words?: string | undefined
  held?: Held | undefined
  /** `How bad it is`, where this alone is held. */
  part?: string | undefined
  /** `Corrected 20 November by Amina Yusuf`, `Withdrawn: written in the wrong record`. */
  changed?: string | undefined
  href?: string | undefined
  /** May be looked at side by side; else left out of together view and of its print. */
  together?: boolean
}

type Props = {
  entries: readonly TimelineEntry[]
  /** Said where there is nothing. */
  nothing?: string
  empty: ReactNode
  /** A line each, without words. */
  compact?: boolean
  /** The heading under which an entry stands, where the list has them: `November 2026`. */
  monthOf?: (date: string) => string
}

/** What happened, newest first, across agencies. */
export function Timeline(props: Props) {
  const { entries, nothing = 'Nothing has been recorded yet.', empty, compact, monthOf } = props
  if (entries.length === 0) return <EmptyState title={nothing}>{empty}</EmptyState>
  const Line = compact ? CompactEntry : Entry
  return inMonths(entries, monthOf).map(({ month, list }) => (
    <Fragment key={month}>
      {month ? (
        <h3 className="mt-4 mb-2 border-b border-line pb-1 text-heading-s first:mt-0">{month}</h3>
      ) : null}
      <ol>
        {list.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ol>
    </Fragment>
  ))
}

/** Entries under their headings, in the order they came in; all under none without a `monthOf`. */
function inMonths(entries: readonly TimelineEntry[], monthOf: Props['monthOf']) {
  const months: { month: string; list: TimelineEntry[] }[] = []
  for (const entry of entries) {
    const month = monthOf?.(entry.date) ?? ''
    const last = months.at(-1)
    if (last?.month === month) last.list.push(entry)
    else months.push({ month, list: [entry] })
  }
  return months
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { when, date, by, minor, quiet, words, held, part, changed, together } = entry
  const small = minor || quiet
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
      <div className={classes('min-w-0 max-sm:col-start-2', small ? 'pb-3 text-note' : 'pb-5')}>
        <p>
          <Title entry={entry} /> <span className="text-note text-muted">{by}</span>
        </p>
        {words ? <p className="whitespace-pre-line">{words}</p> : null}
        {held ? <HeldElsewhere {...held} /> : null}
        {part ? <HeldPart part={part} className="block" /> : null}
        {changed ? <p className="text-note text-muted">{changed}</p> : null}
      </div>
    </li>
  )
}

/** The same in a line: words are left out, and that they are held is not. */
function CompactEntry({ entry }: { entry: TimelineEntry }) {
  const { when, date, by, mark, domain, minor, held, part, changed, together } = entry
  return (
    <li className={classes('flex gap-x-2.5 py-0.5 text-note', printClass(together))}>
      <Mark mark={mark} domain={domain} minor={minor} />
      <p className="min-w-0 flex-1 sm:grid sm:grid-cols-[10.5rem_1fr] sm:gap-x-2">
        <time dateTime={date} className="text-muted max-sm:mr-2">
          {when}
        </time>
        <span>
          <Title entry={entry} /> <span className="text-muted">{by}</span>
          {held || part ? <HeldPart part={part} className="ml-2 inline-block" short /> : null}
          {changed ? <span className="text-muted">. {changed}</span> : null}
        </span>
      </p>
    </li>
  )
}

function Title({ entry: { title, href, minor, quiet } }: { entry: TimelineEntry }) {
  const weight = minor || quiet ? '' : 'font-bold'
  return href ? (
    <Link href={href} className={weight}>
      {title}
    </Link>
  ) : (
    <span className={weight}>{title}</span>
  )
}

/** The thread and its mark. Decoration: what it says stands in the words. */
function Thread({ entry: { mark, domain, minor } }: { entry: TimelineEntry }) {
  return (
    <span
      aria-hidden="true"
      className={
        'relative flex justify-center max-sm:col-start-1 max-sm:row-span-2 max-sm:row-start-1'
      }
    >
      <span className="absolute top-4 bottom-[-0.35rem] w-0.5 bg-line group-last:hidden" />
      <Mark mark={mark} domain={domain} minor={minor} />
    </span>
  )
}

type HeldPartProps = { part?: string | undefined; short?: boolean; className: string }

function HeldPart({ part, short = false, className }: HeldPartProps) {
  return (
    <span className={classes('text-muted', className)}>
      <Lock />
      {part ? `${part}: held` : 'Held'}
      <span className={short ? 'sr-only' : undefined}> by the service</span>
    </span>
  )
}

/** Drawn as held, never as a gap. */
function HeldElsewhere({ ring, askHref }: Held) {
  return (
    <p className="hatched-faint mt-1 rounded border border-dashed border-muted px-3 py-2">
      <Lock />
      Held by the service.{' '}
      {ring ? <Link href={`tel:${ring.phone.replace(/\s/g, '')}`}>Ring {ring.name}</Link> : null}
      {ring && askHref ? ' or ' : null}
      {askHref ? <Link href={askHref}>{ring ? 'ask to see it' : 'Ask to see it'}</Link> : null}
      {ring || askHref ? '.' : null}
    </p>
  )
}
