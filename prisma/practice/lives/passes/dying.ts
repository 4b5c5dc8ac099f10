import type { Draft } from '../draft'
import { addDays, earlier } from '../days'
import { head } from '../heads'

/** Records the death, and takes out whatever would have been written or booked after it. */
export function recordDeath(draft: Draft): void {
  const { life, died } = draft
  if (!died) return
  const before = (entry: { givenAt: string }) => entry.givenAt.slice(0, 10) < died
  life.contacts = life.contacts.filter((c) => c.happenedAt.slice(0, 10) < died && before(c))
  life.appointments = life.appointments.filter((a) => a.at.slice(0, 10) < died && before(a))
  life.needs = life.needs.filter(before)
  life.warnings = life.warnings.filter(before)
  for (const warning of life.warnings) warning.endedOn ??= died
  const one = life.involvements.find((i) => i.to === died) ?? life.involvements[0]
  if (!one) return
  const on = earlier(addDays(died, 1), draft.last)
  life.states.death = {
    ...head(draft, one.teamKey, on, { categories: ['safety'] }),
    on: died,
    confirmedBy: draft.rng
      .pick(['Coroner’s officer', 'The hospital', '{His} family'])
      .replace('{His}', draft.cast.His ?? 'The'),
    source: 'Told by telephone, then in writing',
  }
}
