import 'server-only'
import type { Scope } from '@/lib/db'
import type { FormValues } from '@/lib/form-state'
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
  return readingWords(chosen, input.audience, scope.viewer.userId)
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
  withWhom: true,
  categories: true,
  audience: true,
  withdrawnAt: true,
  withdrawnReason: true,
  editions: {
    select: { edition: true, words: true, why: true, givenAt: true, givenBy: true },
    orderBy: { edition: 'desc' },
  },
  places: { select: { happenedAt: true, place: true }, take: 1 },
  others: { select: { words: true }, take: 1 },
} as const

/** A contact with every version of its words, as far as this viewer may see them; else null. */
export async function getContact({ db, viewer }: Scope, personId: string, contactId: string) {
  const contact = await db.contact.findFirst({
    where: { id: contactId, personId },
    select: contactShape,
  })
  if (!contact) return null
  const { editions, places, others, ...headline } = contact
  const authors = await db.appUser.findMany({
    where: { id: { in: [contact.givenBy, ...editions.map(({ givenBy }) => givenBy)] } },
    select: { id: true, name: true },
  })
  const agency = await db.agency.findUnique({
    where: { id: contact.agencyId },
    select: { name: true },
  })
  const own = contact.agencyId === viewer.agencyId
  const nameOf = (id: string) => authors.find((author) => author.id === id)?.name ?? 'Not known'
  return {
    ...headline,
    own,
    mine: contact.givenBy === viewer.userId,
    author: own ? nameOf(contact.givenBy) : null,
    agency: agency?.name ?? '',
    editions: editions.map((edition) => ({ ...edition, author: nameOf(edition.givenBy) })),
    place: places[0] ?? null,
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
