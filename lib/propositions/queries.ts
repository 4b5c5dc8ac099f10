import 'server-only'
import type { Scope } from '@/lib/db'
import { wordsSchema, type PropositionWords } from './schema'

/** A proposition with the facts of its state; the words are its newest version's. */
export type Paper = {
  id: string
  no: number
  agency_id: string
  agency: string
  begun_at: Date
  shared_at: Date | null
  first_at: Date | null
  first_agency: string | null
  first_agency_id: string | null
  agreed_at: Date | null
  second_agency: string | null
  put_away_at: Date | null
  put_away_why: string | null
  invented: boolean
  version: number
  words: PropositionWords
  written_at: Date
}

type Row = Omit<Paper, 'words'> & { words: unknown }

/** Propositions that this viewer may read, the newest first. `only`: one of them. */
export async function listPapers({ db }: Scope, only?: string): Promise<Paper[]> {
  const rows = await db.$queryRaw<Row[]>`
    select p.*, a.name as agency, f.name as first_agency, s.name as second_agency,
      v.no as version, v.words, v.written_at
    from proposition.paper p join agency a on a.id = p.agency_id
      left join agency f on f.id = p.first_agency_id left join agency s on s.id = p.second_agency_id
      join lateral (select * from proposition.version x where x.paper_id = p.id
        order by x.no desc limit 1) v on true
    where ${only ?? null}::uuid is null or p.id = ${only ?? null}::uuid order by p.no desc`
  return rows.map((row) => ({ ...row, words: wordsSchema.parse(row.words) }))
}

/** A figure as it stood when it was pinned. */
export type Evidence = {
  id: string
  kind: string
  label: string
  value: string
  margin: string | null
  source: string
  as_of: Date
  pinned_at: Date
}

/** Figures that are pinned to a proposition, and were not taken off. */
export const listEvidence = ({ db }: Scope, paper: string) =>
  db.$queryRaw<Evidence[]>`
    select id, kind, label, value, margin, source, as_of, pinned_at from proposition.evidence
    where paper_id = ${paper}::uuid and taken_off_at is null order by pinned_at, id`

/** A comment, with whoever wrote it: a colleague at work. */
export type PaperComment = {
  id: string
  words: string
  version_no: number
  at: Date
  by: string
  agency: string
}

export const listComments = ({ db }: Scope, paper: string) =>
  db.$queryRaw<PaperComment[]>`
    select c.id, c.words, c.version_no, c.at, u.name as by, a.name as agency
    from proposition.comment c join app_user u on u.id = c.by_user
      join agency a on a.id = c.by_agency_id
    where c.paper_id = ${paper}::uuid order by c.at, c.id`

/** Every version of a proposition, the newest first: when it was written. */
export const listVersions = ({ db }: Scope, paper: string) =>
  db.$queryRaw<{ no: number; written_at: Date; by: string | null }[]>`
    select v.no, v.written_at, u.name as by from proposition.version v
      left join app_user u on u.id = v.written_by
    where v.paper_id = ${paper}::uuid order by v.no desc`
