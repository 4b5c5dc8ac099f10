import { keysOf } from '@/lib/people/matching/keys'
import type { Life } from '../lives/types'
import type { Context } from './entry-context'
import { facetsOf } from './facets'
import { addIdentityDetails, addRelationships, addSafety, addUnnamed } from './fact-rows'
import { addHomes, addNames } from './name-rows'
import { addNeeds, addPlan, addReferrals } from './plan-rows'
import { addChoices, addStates } from './state-rows'
import { addAppointments, addContacts, addInvolvements, addWarnings } from './work-rows'

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

/** The keys each record is found by when records are matched; the unnamed are never matched. */
export function addKeys(context: Context, life: Life): void {
  if (life.unnamed) return
  for (const record of life.records.filter((one) => context.hasRecord(one.key))) {
    for (const key of keysOf(facetsOf(life, record.key))) {
      context.tables.add('record_key', { record_id: record.id, key })
    }
  }
}
