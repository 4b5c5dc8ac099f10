import { formatDate } from '@/lib/dates'
import { labelOf } from '@/lib/codes'
import { PARTNER_SECTORS } from './partners'

type Facts = {
  begun_at: Date
  shared_at: Date | null
  first_at: Date | null
  first_agency: string | null
  agreed_at: Date | null
  second_agency: string | null
  put_away_at: Date | null
}

/** Where a proposition stands, worked out from its dates. */
export function standingOf(facts: Facts): string {
  const { shared_at, first_at, first_agency, agreed_at, second_agency, put_away_at } = facts
  if (put_away_at) return `Put away ${formatDate(put_away_at)}`
  if (agreed_at)
    return `Agreed ${formatDate(agreed_at)}, by ${first_agency ?? ''} and ${second_agency ?? ''}`
  if (first_at) return `${first_agency ?? ''} has agreed; a second agency has to`
  return shared_at ? `Shared ${formatDate(shared_at)}` : `Draft since ${formatDate(facts.begun_at)}`
}

export const sectorOf = (key: string): string => labelOf(PARTNER_SECTORS, key)
