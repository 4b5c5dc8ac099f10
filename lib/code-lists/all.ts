import * as codes from '../codes'
import { ACCOMMODATION } from './accommodation'
import { ETHNICITY } from './ethnicity'
import { LANGUAGES } from './languages'
import { NEED_MAPPINGS } from './need-mappings'

/** A row of the table `code`. */
export type CodeRow = {
  list: string
  key: string
  label: string
  position: number
  current: boolean
  detail: object | null
}

type Listed = { readonly key: string; readonly label: string; readonly current?: boolean }

const LISTS = {
  contact_kind: codes.CONTACT_KINDS,
  contact_outcome: codes.CONTACT_OUTCOMES,
  need_domain: codes.NEED_DOMAINS,
  need_state: codes.NEED_STATES,
  severity: codes.SEVERITIES,
  trend: codes.TRENDS,
  abuse_direction: codes.ABUSE_DIRECTIONS,
  referral_reason: codes.REFERRAL_REASONS,
  refusal_reason: codes.REFUSAL_REASONS,
  end_reason: codes.END_REASONS,
  warning_kind: codes.WARNING_KINDS,
  warning_told: codes.WARNING_TOLD,
  relationship_kind: codes.RELATIONSHIP_KINDS,
  adjustment: codes.ADJUSTMENTS,
  channel: codes.CHANNELS,
  reach_kind: codes.REACH_KINDS,
  name_kind: codes.NAME_KINDS,
  fact_source: codes.FACT_SOURCES,
  sex: codes.SEXES,
  gender: codes.GENDERS,
  accommodation: ACCOMMODATION,
  ethnicity: ETHNICITY,
  language: LANGUAGES,
} as const satisfies Readonly<Record<string, readonly Listed[]>>

/** The name of a list in the table `code`. */
export type ListName = keyof typeof LISTS

/** Everything a row knows beyond its key, label and whether it is current. */
function detailOf(list: string, row: Listed): object | null {
  if (list === 'need_domain') return NEED_MAPPINGS[row.key] ?? null
  const { key: _key, label: _label, current: _current, ...detail } = row
  return Object.keys(detail).length > 0 ? detail : null
}

/** Every list as rows for the table `code`, in the order they are offered. */
export const codeRows = (): CodeRow[] =>
  Object.entries(LISTS).flatMap(([list, rows]) =>
    (rows as readonly Listed[]).map((row, position) => ({
      list,
      key: row.key,
      label: row.label,
      position,
      current: row.current !== false,
      detail: detailOf(list, row),
    })),
  )
