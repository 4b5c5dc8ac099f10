import 'server-only'
import { aboutFor } from '@/lib/access/categories'
import type { Scope } from '@/lib/db'
import type { FormValues } from '@/lib/form-state'
import { getAuthors, getGivers } from '@/lib/people/givers'
import { readingWords, type Reader, type Reading } from './reading'
import type { ReadingInput } from './schema'

type ReaderRow = {
  user_id: string
  name: string
  agency: string
  team: string | null
  function: string | null
  level: number
}

async function readersOf(
  { db }: Scope,
  { personId, categories, audience, locates }: Omit<ReadingInput, 'readers'>,
): Promise<Reader[]> {
  const rows = await db.$queryRaw<ReaderRow[]>`
    select * from access.who_will_read(
      ${personId}::uuid, ${categories}::text[], ${audience}, ${locates})`
  return rows.map(({ user_id, ...row }) => ({ userId: user_id, ...row }))
}

/**
 * Who would read a contact if it were saved now, in words; worked out by the policies' own
 * functions. Named people are only those who could read it as agreed: the author narrows and never
 * widens.
 */
export async function getReading(scope: Scope, input: ReadingInput): Promise<Reading> {
  const named = input.audience === 'named'
  const all = await readersOf(scope, { ...input, audience: named ? 'agreed' : input.audience })
  const chosen = named ? all.filter(({ userId }) => input.readers.includes(userId)) : all
  return readingWords(chosen, input.audience, scope.viewer.userId, input.locates)
}

/** Who could be named as a reader: everybody the viewer may know of who may open this person. */
export async function listNameable(scope: Scope, personId: string, categories: string[]) {
  const about = categories as ReadingInput['categories']
  const input = { personId, categories: about, locates: false, audience: 'agreed' } as const
  const all = await readersOf(scope, input)
  return all
    .filter(({ userId }) => userId !== scope.viewer.userId)
    .map(({ userId, name, agency, level }) => ({
      value: userId,
      label: `${name}, ${agency}`,
      hint: level < 4 ? 'Would see only that it happened' : undefined,
    }))
}

/** What a contact, a need or a team of the viewer's agency may be about. */
export async function listAbout({ db, viewer }: Scope) {
  const agency = await db.agency.findUnique({
    where: { id: viewer.agencyId },
    select: { kind: true },
  })
  return aboutFor(agency?.kind)
}

/** What an entry of the viewer's is about unless they say otherwise: their team's categories. */
export async function getDefaultCategories(
  { db, viewer }: Scope,
  personId: string,
): Promise<string[]> {
  const teams = await db.team.findMany({
    where: { id: { in: viewer.teamIds } },
    select: { id: true, defaultCategories: true },
    orderBy: { id: 'asc' },
  })
  const works = await db.personAccess.findMany({ where: { personId }, select: { viewer: true } })
  const mine = teams.find(({ id }) => works.some(({ viewer: key }) => key === `t:${id}`))
  return (mine ?? teams[0])?.defaultCategories ?? []
}

const contactShape = {
  id: true,
  agencyId: true,
  givenBy: true,
  givenAt: true,
  happenedOn: true,
  kind: true,
  outcome: true,
  source: true,
  workerId: true,
  teamId: true,
  categories: true,
  audience: true,
  withdrawnAt: true,
  editions: {
    select: { edition: true, words: true, why: true, givenAt: true, givenBy: true },
    orderBy: { edition: 'desc' },
  },
  places: {
    select: { happenedAt: true, place: true, withWhom: true },
    orderBy: { givenAt: 'desc' },
    take: 1,
  },
  withdrawals: { select: { reason: true }, take: 1 },
  others: { select: { words: true }, take: 1 },
} as const

/** A contact with every version of its words, as far as this viewer may see them; else null. */
export async function getContact(scope: Scope, personId: string, contactId: string) {
  const { db, viewer } = scope
  const contact = await db.contact.findFirst({
    where: { id: contactId, personId },
    select: contactShape,
  })
  if (!contact) return null
  const {
    editions,
    places,
    others,
    withdrawals,
    agencyId,
    givenBy,
    workerId,
    teamId,
    ...headline
  } = contact
  const givers = await getGivers(scope, personId)
  const own = givers.isOwn(agencyId)
  const authors = own
    ? await getAuthors(scope, [givenBy, ...editions.map((edition) => edition.givenBy)])
    : new Map<string, string>()
  // What a feed gave is signed by the worker it named, as far as the reader may know them.
  const named = workerId && (own || givers.known.some(({ id }) => id === agencyId))
  const signer = named
    ? await db.involvementWorker.findFirst({
        where: { id: workerId, teamId },
        select: { workerName: true },
      })
    : null
  const [whole] = own
    ? await db.$queryRaw<{ mine: boolean }[]>`
        select access.reads_whole('contact', ${contactId}::uuid) as mine`
    : []
  return {
    ...headline,
    own,
    mine: givenBy === viewer.userId,
    /** Every part of it is the viewer's to read: only then may they change it. */
    whole: whole?.mine ?? false,
    author:
      headline.source === 'feed'
        ? (signer?.workerName ?? null)
        : own
          ? (authors.get(givenBy) ?? 'Not known')
          : null,
    agency: givers.nameOf(agencyId),
    editions: editions.map(({ givenBy: editor, ...edition }) => ({
      ...edition,
      author: authors.get(editor) ?? null,
    })),
    place: places[0] ?? null,
    withdrawnReason: withdrawals[0]?.reason ?? null,
    aboutOther: others[0]?.words ?? null,
  }
}

export type ContactRead = NonNullable<Awaited<ReturnType<typeof getContact>>>

type OpenedRow = {
  user_id: string
  name: string
  agency: string
  last_at: Date
  level: number | null
}

/** Who opened the person's pages since a contact of our own was given and could see it then. */
export async function listContactReaders({ db }: Scope, contactId: string) {
  const rows = await db.$queryRaw<OpenedRow[]>`
    select * from work.contact_readers(${contactId}::uuid)`
  return rows
    .filter(({ level }) => (level ?? 0) >= 3)
    .map(({ user_id, name, agency, last_at, level }) => ({
      id: user_id,
      name,
      agency,
      lastAt: last_at,
      sawWords: level === 4,
    }))
}

export type ContactReader = Awaited<ReturnType<typeof listContactReaders>>[number]

type About = { categories: string[]; audience: string }

/** What a contact is about and who may read it, as their form shows them. */
export const aboutValues = ({ categories, audience }: About): FormValues => ({
  categories,
  audience,
})
