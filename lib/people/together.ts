import 'server-only'
import type { Scope } from '@/lib/db'
import type { DateToCome, InvolvedTeam, Overview, Strip } from './view'

/**
 * What may be looked at side by side with the person. Nothing else is in it, so nothing else can be
 * shown.
 */
export type Together = {
  strip: Strip
  ownWords: { words: string; saidOn: string } | null
  goals: { id: string; words: string; reviewOn: string | null }[]
  actions: Overview['actions']
  dates: DateToCome[]
  team: InvolvedTeam[]
  contacts: { id: string; day: string; kind: string; outcome: string; agency: string }[]
}

/** Opens together view, logged as such; null when there is no such person to this viewer. */
export async function openTogether({ db }: Scope, personId: string): Promise<Together | null> {
  const [row] = await db.$queryRaw<{ ground: string | null; together: Together | null }[]>`
    select * from page.open_together(${personId}::uuid, 'together', null)`
  return row?.together ?? null
}
