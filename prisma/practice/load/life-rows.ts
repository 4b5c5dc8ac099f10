import { keysOf } from '@/lib/people/matching/keys'
import type { Life } from '../lives/types'
import { addChoices } from './choice-rows'
import type { Known } from './candidates'
import type { Context } from './entry-context'
import { facetsOf } from './facets'
import { addIdentityDetails, addRelationships, addSafety, addUnnamed } from './fact-rows'
import { addHomes, addNames } from './name-rows'
import { addNeeds, addPlan, addReferrals } from './plan-rows'
import { addStates } from './state-rows'
import { addWarnings } from './warning-rows'
import { addAppointments, addContacts, addInvolvements } from './work-rows'

/** Everything agencies hold about one person, as rows. Its records must have been placed. */
export function addLife(context: Context, life: Life): void {
  addNames(context, life)
  addHomes(context, life)
  addSafety(context, life)
  addIdentityDetails(context, life)
  addRelationships(context, life)
  addUnnamed(context, life)
  addInvolvements(context, life)
  addContacts(context, life)
  addAppointments(context, life)
  addNeeds(context, life)
  addWarnings(context, life)
  addPlan(context, life)
  addReferrals(context, life)
  addChoices(context, life)
  addStates(context, life)
}

/**
 * The keys each record is found by when records are matched, and what each knows; the unnamed are
 * never matched.
 */
export function addKeys(context: Context, life: Life): Known[] {
  if (life.unnamed) return []
  const records = life.records.filter((one) => context.hasRecord(one.key))
  return records.map((record) => {
    const facets = facetsOf(life, record)
    for (const key of keysOf(facets)) {
      context.tables.add('record_key', { record_id: record.id, key })
    }
    return { placed: context.record(record.key), facets }
  })
}
