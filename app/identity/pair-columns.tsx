import { Link } from '@/components/ui/link'
import { firstCapital } from '@/lib/first-capital'
import type { Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { ListedPair } from '@/lib/identity/review'
import type { Side } from '@/lib/identity/view'
import {
  hasWhy,
  likelihood,
  sideBirth,
  sideName,
  standsWords,
  whyWords,
} from '@/lib/identity/words'

const sideCell = (side: Side) => (
  <>
    {sideName(side)}
    <span className="block text-note text-muted">
      {firstCapital(sideBirth(side))} · {side.agency}
      {side.typed ? ' · typed by hand' : ''}
    </span>
  </>
)

/**
 * A list of pairs or links, each leading to its page under `path`. How likely and why are columns
 * only where there is something in them: of a link that somebody made there is no score to show.
 */
export const pairColumns = (path: string, pairs: readonly ListedPair[]): Column<ListedPair>[] => [
  ...sideColumns(path),
  ...(pairs.some(({ bits }) => bits !== null) ? [likely] : []),
  ...(pairs.some(hasWhy) ? [why] : []),
]

const sideColumns = (path: string): Column<ListedPair>[] => [
  {
    key: 'one',
    title: 'One record',
    heading: true,
    cell: ({ id, one }) => <Link href={`${path}/${id}`}>{sideCell(one)}</Link>,
  },
  { key: 'other', title: 'The other', cell: ({ other }) => sideCell(other) },
]

const likely: Column<ListedPair> = { key: 'likely', title: 'How likely', cell: likelihood }

const why: Column<ListedPair> = {
  key: 'why',
  title: 'Why',
  cell: (pair) => (
    <>
      {whyWords(pair)}
      {standsWords(pair).map((words) => (
        <span key={words} className="mt-1 block">
          <Tag tone="caution">{words}</Tag>
        </span>
      ))}
    </>
  ),
}

const tabs = [
  { key: 'pairs', href: '/identity', label: 'Pairs to decide' },
  { key: 'links', href: '/identity?list=links', label: 'Links to confirm' },
  { key: 'standing', href: '/identity?list=standing', label: 'Links that stand' },
] as const

/** From one list to the others. */
export function ListTabs({ here }: { here: (typeof tabs)[number]['key'] }) {
  return (
    <nav aria-label="Lists" className="no-print mb-5 flex flex-wrap gap-x-6 gap-y-2">
      {tabs.map(({ key, href, label }) =>
        key === here ? (
          <span key={key} aria-current="page" className="font-bold">
            {label}
          </span>
        ) : (
          <Link key={key} href={href}>
            {label}
          </Link>
        ),
      )}
    </nav>
  )
}
