import { addDays, later } from '../lives/days'
import type { Life } from '../lives/types'
import { endOf, startOf } from './clock'
import type { Context } from './entry-context'
import { addEntry } from './entry-context'
import { idOf } from './ids'

/** States of the person that change what everybody sees. */
export function addStates(context: Context, life: Life): void {
  const { states } = life
  for (const one of states.protectedWhereabouts) {
    addEntry(context, 'protected_whereabouts', one, 'safety', {
      reason: one.reason,
      set_on: one.from,
      review_on: one.reviewOn,
      ended_at: endOf(one.until),
    })
    for (const key of one.allowedTeamKeys) {
      const team_id = idOf(context.seed, 'team', key)
      context.tables.add('protected_whereabouts_team', {
        protected_whereabouts_id: one.id,
        team_id,
      })
    }
  }
  for (const one of states.protectedNames) {
    const row = { reason: one.reason, set_on: one.from }
    addEntry(context, 'protected_name', one, 'identity', row)
  }
  addLimits(context, life)
  for (const one of states.harmLinks) {
    const [other] = context.recordsOf(one.causingPersonKey)
    if (!other) throw new Error(`${one.causingPersonKey} has no record to link`)
    addEntry(context, 'harm_link', one, 'domestic_abuse', {
      other_record_id: other.id,
      kind: one.keptApart ? 'kept_apart' : 'known',
      detail: one.note,
      ended_at: endOf(one.until),
    })
  }
  if (states.death) {
    const { on, source, confirmedBy } = states.death
    const row = { died_on: on, source, confirmed_by: confirmedBy }
    addEntry(context, 'death', states.death, 'safety', row)
  }
  addBars(context, life)
  addCohorts(context, life)
}

/** The database names the custodian of every limit itself, as when a worker sets one. */
function addLimits(context: Context, life: Life): void {
  const custodian = context.world.memberships.find((m) => m.role === 'custodian')
  if (!custodian) throw new Error('The place has no custodian')
  for (const one of life.states.limitedAccess) {
    const keys = new Set(one.allowedUserKeys)
    keys.delete(custodian.userKey)
    addEntry(context, 'limited_access', one, 'safety', {
      reason: one.reason,
      set_on: one.from,
      review_on: one.reviewOn,
      custodian_id: context.user(custodian.userKey).id,
      ended_at: endOf(one.until),
    })
    for (const key of keys) {
      const user_id = context.user(key).id
      context.tables.add('limited_access_named', { limited_access_id: one.id, user_id })
    }
  }
}

function addBars(context: Context, life: Life): void {
  for (const one of life.states.bars) {
    context.tables.add('conflict', {
      id: one.id,
      user_id: context.user(one.barredUserKey).id,
      person_id: context.record(one.recordKey).personId,
      reason: one.reason,
      declared_by: context.user(one.userKey).id,
      starts_at: startOf(one.from),
      ends_at: endOf(one.until),
    })
  }
}

function addCohorts(context: Context, life: Life): void {
  const { seed, world } = context
  for (const one of life.states.cohorts) {
    const agreement = world.agreements.find((a) => a.cohortKey === one.cohortKey)
    if (!agreement) throw new Error(`No agreement for the cohort ${one.cohortKey}`)
    const decider = world.users.find((user) => user.key === one.decidedBy)
    context.tables.add('cohort_member', {
      id: one.id,
      agreement_id: idOf(seed, 'agreement', agreement.key),
      person_id: context.record(one.recordKey).personId,
      starts_at: startOf(one.from),
      ends_at: endOf(one.until),
      agency_id: idOf(seed, 'agency', one.agencyKey),
      decided_by: decider?.id ?? context.user(one.userKey).id,
      told_on: one.toldOn,
    })
    addConfirmations(context, life, one, new Set(agreement.terms.map((t) => t.giverAgencyKey)))
  }
}

/** What is newer than this waits still for the word of those who give, in days. */
const WAITS = 10

/** Each giver that worked with the person then has said yes to the placement of another. */
function addConfirmations(
  { seed, today, world, tables, record, user }: Context,
  life: Life,
  placed: Life['states']['cohorts'][number],
  givers: ReadonlySet<string>,
): void {
  const { personId } = record(placed.recordKey)
  for (const key of new Set(life.involvements.map(({ agencyKey }) => agencyKey))) {
    const [first] = life.involvements
      .filter((one) => one.agencyKey === key)
      .map(({ from }) => later(from, placed.from))
      .sort()
    const who = world.memberships.find(
      (m) => m.agencyKey === key && m.role === 'manager' && m.untilDay === null,
    )
    if (key === placed.agencyKey || !givers.has(key) || !first || !who) continue
    if (first > addDays(today, -WAITS)) continue
    tables.add('confirmation', {
      id: idOf(seed, 'confirmation', `${placed.id} ${key}`),
      person_id: personId,
      subject_id: placed.id,
      agency_id: idOf(seed, 'agency', key),
      answer: 'confirmed',
      answered_by: user(who.userKey).id,
      answered_at: startOf(addDays(first, 1)),
    })
  }
}
