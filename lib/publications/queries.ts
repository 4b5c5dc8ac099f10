import 'server-only'
import type { Scope } from '@/lib/db'
import type { Audit } from './words'

/** A publication as officers see it: how far it is, what the audit said, who agreed; no figure. */
export type Publication = {
  id: string
  no: number | null
  from_on: Date
  to_on: Date
  profile: 'commissioner' | 'open'
  asked_by: string | null
  asked_at: Date
  step: string | null
  done: number
  of_all: number
  built_at: Date | null
  failed_at: Date | null
  failed_why: string | null
  audit: Audit | null
  first_by: string | null
  first_at: Date | null
  second_by: string | null
  second_at: Date | null
  dropped_at: Date | null
  mine: boolean
  extract_gone_at: Date | null
}

/** Every publication asked for, the newest quarter first. Officers only. */
export const listPublicationsAsked = ({ db }: Scope) =>
  db.$queryRaw<Publication[]>`select * from insight.publications()`
