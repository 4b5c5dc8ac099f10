import 'server-only'
import { formatDate, today, type PlainDate } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import type { Together } from '@/lib/people/together'
import { getPlan } from './queries'
import { openActions, planOn } from './rules'
import type { PlanAction } from './view'

/** What an action says to the person: who does it by a first name, never of which service. */
function line(action: PlanAction): string {
  const who = action.byPerson
    ? 'I do this'
    : `${action.owner?.split(' ')[0] ?? 'Somebody'} does this`
  const when: PlainDate | null = action.dueOn
  return `${action.words}. ${who}${when ? `, by ${formatDate(when)}` : ''}.`
}

/**
 * The plan on paper: only goals and actions that together view shows, in plain words, and the lead
 * worker to ring. Whoever may not see together view's rows finds none here.
 */
export async function getPaper(scope: Scope, personId: string) {
  const [row] = await scope.db.$queryRaw<{ together: Together }[]>`
    select page.together(${personId}::uuid) as together`
  const plan = await getPlan(scope, personId)
  const shared = new Set(row?.together.goals.map(({ id }) => id) ?? [])
  const visible = await scope.db.$queryRaw<{ id: string }[]>`
    select x.id from plan_action x where x.person_id = ${personId}::uuid
    and not page.is_private(x.categories, x.team_id)`
  const open = new Set(visible.map(({ id }) => id))
  const linesOf = (actions: readonly PlanAction[]) =>
    openActions(actions)
      .filter(({ id }) => open.has(id))
      .map(line)
  const { goals, loose } = planOn(plan, today())
  return {
    goals: goals
      .filter(({ id }) => shared.has(id))
      .map(({ id, words, actions }) => ({ id, words, lines: linesOf(actions) })),
    others: linesOf(loose),
    ring: ringOf(row?.together),
  }
}

/** The lead by first name and the number of the team, as together view has them. */
function ringOf(together: Together | undefined) {
  const lead = together?.strip.lead
  return lead ? { name: lead.name.split(' ')[0] ?? '', phone: lead.phone } : null
}
