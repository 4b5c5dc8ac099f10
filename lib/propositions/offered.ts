import 'server-only'
import { can } from '@/lib/access/policy'
import { NEED_DOMAINS } from '@/lib/codes'
import { formatDate, londonDate, today, type PlainDate } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { valueAt } from '@/lib/insight/cells'
import { readPublished } from '@/lib/insight/published-database'
import { findNewestPublication, listCells } from '@/lib/insight/queries'
import { marginOf } from '@/lib/insight/shown'
import { listItems, listRounds, listSummary } from '@/lib/readiness/queries'
import { spreadOf } from '@/lib/readiness/rules/spread'

/** A figure that may be pinned now: what it says, where it is from, what it can bear. */
export type Offered = {
  key: string
  kind: 'published' | 'readiness' | 'directory'
  label: string
  margin: string | null
  source: string
  asOf: PlainDate
  origin: object
}

/** Figures that may be pinned: of people only what is published, and only to who may read that. */
export const listOffered = async (scope: Scope): Promise<Offered[]> => [
  ...(can(scope.viewer, 'insight:view') ? await published() : []),
  ...(await readiness(scope)),
  ...directory(),
]

async function published(): Promise<Offered[]> {
  const publication = await findNewestPublication(readPublished)
  if (!publication) return []
  const { no, profile, to } = publication
  const cells = await listCells(readPublished, no, 'needs')
  return NEED_DOMAINS.flatMap(({ key, label }) =>
    (valueAt(cells, key, 'current') ?? 0) > 0
      ? [
          {
            ...{ key: `published ${no} ${key}`, kind: 'published' as const, asOf: to },
            label: `People known to have this need now: ${label.toLowerCase()}`,
            margin: `altered slightly; a difference of less than about ${marginOf(profile)} means nothing`,
            source: `Publication ${no}, twelve months to ${formatDate(to)}`,
            origin: { no, profile, table: 'needs', keys: [key, 'current'] },
          },
        ]
      : [],
  )
}

async function readiness(scope: Scope): Promise<Offered[]> {
  const round = (await listRounds(scope)).find(({ closed_at }) => closed_at !== null)
  if (!round) return []
  const lines = await listSummary(scope, round.id)
  return (await listItems(scope, round.id)).flatMap(({ id: item, words }) => {
    const marks = lines.flatMap(({ item_id, sector, middle }) =>
      item_id === item && sector ? [{ sector, middle }] : [],
    )
    if (spreadOf(marks).apart === null) return []
    return [
      {
        ...{ key: `readiness ${item}`, kind: 'readiness' as const },
        label: `Points apart between sectors, of 9: ${words}`,
        margin: `${round.answered} people answered; small groups move by half a point`,
        source: `Readiness, ${round.name}`,
        asOf: londonDate(round.closed_at ?? new Date()),
        origin: { round: round.id, item },
      },
    ]
  })
}

const directory = (): Offered[] =>
  NEED_DOMAINS.map(({ key: need, label }) => ({
    ...{ key: `directory ${need}`, kind: 'directory' as const, margin: null, asOf: today() },
    label: `Services listed for: ${label.toLowerCase()}`,
    source: 'Directory of services',
    origin: { need },
  }))
