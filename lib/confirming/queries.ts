import 'server-only'
import { can } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'

export type WordKind = 'consent' | 'cohort' | 'objection'

/** What another agency wrote down about a person, as the database shows it to a giver. */
export type Word = {
  id: string
  kind: WordKind
  askedAt: string
  saidOn: string | null
  categories: string[]
  agreement: string | null
  group: string | null
  reference: string | null
  personId: string | null
  person: string | null
  /** In lists null, both; on a page of its own "another service" where the reader may not know. */
  by: string | null
  agency: string | null
  /** Our own answer, where there is one that stands. */
  answer: 'confirmed' | 'not' | null
  answeredBy: string | null
  answeredAt: string | null
  reason: string | null
}

/** What waits for our agency's word: about one person, or about everybody of the viewer's. */
export async function listWords({ db, viewer }: Scope, personId: string | null): Promise<Word[]> {
  if (!can(viewer, 'sharing:confirm')) return []
  const rows = await db.$queryRaw<{ word: Word }[]>`
    select word from sharing.waiting_words(${personId}::uuid) as word`
  return rows.map(({ word }) => word)
}

/** What our agency answered and may take back, the newest first. */
export async function listAnswers({ db, viewer }: Scope): Promise<Word[]> {
  if (!can(viewer, 'sharing:confirm')) return []
  const rows = await db.$queryRaw<{ word: Word }[]>`
    select word from sharing.answered_words() as word`
  return rows.map(({ word }) => word)
}

/**
 * One of them, with how it was said where the viewer's own rights let that be read. Null where it
 * neither waits for us nor was answered by us.
 */
export async function getWord({ db, viewer }: Scope, id: string) {
  if (!can(viewer, 'sharing:confirm')) return null
  const [row] = await db.$queryRaw<{ word: (Word & { waits: boolean }) | null }[]>`
    select sharing.word(${id}::uuid) as word`
  if (!row?.word) return null
  const choice = await db.choice.findFirst({ where: { id }, select: { how: true } })
  return { ...row.word, how: choice?.how ?? null }
}

type StateRow = {
  subject: string
  waits: boolean
  agency: string | null
  own: boolean | null
  answer: 'confirmed' | 'not' | null
  reason: string | null
  answered_at: Date | null
}
export type Answer = Pick<StateRow, 'agency' | 'own' | 'answer' | 'reason' | 'answered_at'>

/**
 * For a person's page, by what was written down: whether ours waits for others' word, and what was
 * answered, by us or by others whom we may know of.
 */
export async function getWordStates({ db }: Scope, personId: string) {
  const rows = await db.$queryRaw<StateRow[]>`
    select * from sharing.word_states(${personId}::uuid)`
  const waits = new Set(rows.filter((row) => row.waits).map(({ subject }) => subject))
  const answers = rows.filter((row) => !row.waits)
  return {
    waits,
    answersTo: (subject: string): Answer[] => answers.filter((row) => row.subject === subject),
  }
}
export type WordStates = Awaited<ReturnType<typeof getWordStates>>
