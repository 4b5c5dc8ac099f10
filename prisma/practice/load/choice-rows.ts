import type { Choice } from '../lives/state-types'
import type { Life } from '../lives/types'
import { groupId } from './agreement-rows'
import { dayOfInstant, endOf, startOf } from './clock'
import type { Context } from './entry-context'
import { addEntry } from './entry-context'
import { idOf } from './ids'

/** Where one agency is meant: the smallest group of teams of an agreement that it is in. */
function groupOf(context: Context, choice: Choice) {
  const { seed, world } = context
  const all = world.agreements.flatMap((agreement) =>
    agreement.groups.map((group) => ({ agreement, group })),
  )
  const named = all.find(({ group }) => group.key === choice.groupKey)
  const ofAgency = (keys: string[]) =>
    keys.some((key) => context.team(key).agencyKey === choice.toAgencyKey)
  const [smallest] = all
    .filter(({ group }) => ofAgency(group.teamKeys))
    .sort((a, b) => a.group.teamKeys.length - b.group.teamKeys.length)
  const match = named ?? (choice.toAgencyKey === null ? undefined : smallest)
  if (!match) return { agreement_id: null, group_id: null }
  const { agreement, group } = match
  const agreement_id = idOf(seed, 'agreement', agreement.key)
  return { agreement_id, group_id: groupId(seed, agreement.key, group.key) }
}

/** What the person said: objections, and consent where a term rests on it. */
export function addChoices(context: Context, life: Life): void {
  for (const one of life.choices) {
    const to = groupOf(context, one)
    const first = context.world.agreements[0]?.key ?? ''
    const consent = one.kind === 'consent' && to.agreement_id === null
    const overridden = one.overriddenBecause !== null
    addEntry(context, 'choice', one, 'plan', {
      kind: one.kind,
      ...to,
      ...(consent ? { agreement_id: idOf(context.seed, 'agreement', first) } : {}),
      about_categories: one.category === null ? [] : [one.category],
      said_on: dayOfInstant(one.givenAt),
      how: howOf(one),
      upheld: one.upheld,
      starts_at: startOf(one.from),
      ends_at: endOf(one.until),
      withdrawn_at: one.withdrawnOn ? startOf(one.withdrawnOn) : null,
      overridden_by: overridden ? context.user(one.userKey).id : null,
      override_reason: one.overriddenBecause,
    })
  }
}

/** Safeguards of a free choice, in words: alone or not, interpreter, what a refusal leads to. */
function howOf(one: Choice): string {
  const others = one.presentOthers ? `with ${one.presentOthers} present` : 'with others present'
  const parts = [
    one.words?.replace(/\.$/, ''),
    one.seenAlone ? 'Said alone with the worker' : `Said ${others}`,
    one.interpreter ? `Interpreter: ${one.interpreter}` : null,
    one.refusalHasConsequences ? 'A refusal would have had consequences' : null,
  ]
  return parts.filter(Boolean).join('. ')
}
