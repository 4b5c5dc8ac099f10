import type { Draft } from '../draft'
import { addDays, later } from '../days'
import { head } from '../heads'
import { dayFor } from '../verbs'
import { fullName, written } from '../../names/full-name'

/**
 * Protected name: after a move to safety, or with a gender history. Files opened before hold the
 * old name, the later ones the new; nothing on the old side may ever show the new.
 */
export function keepName(draft: Draft): void {
  const { rng, life, profile } = draft
  const hiding = life.states.protectedWhereabouts[0]
  const history = !hiding && rng.chance(0.004)
  if (!history && !(hiding && rng.chance(0.3))) return
  const records = [...life.records].sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1))
  if (records.length < 2) return
  const old = records.slice(0, Math.max(1, Math.floor(records.length / 2)))
  const oldKeys = new Set(old.map((r) => r.key))
  const first = records.find((r) => !oldKeys.has(r.key))
  const team = life.involvements.find((i) => i.recordKey === first?.key)?.teamKey
  if (!first || !team) return
  const sex = history ? (profile.sex === 'female' ? 'male' : 'female') : profile.sex
  const before = fullName(rng, profile.pool, sex, history ? profile.name.family : undefined)
  for (const name of life.names) {
    if (!oldKeys.has(name.recordKey)) {
      name.protected = true
      if (name.kind === 'previous') name.kind = 'alias'
      continue
    }
    Object.assign(name, {
      given: before.given,
      middle: null,
      family: before.family,
      order: before.order,
    })
    name.kind = 'legal'
  }
  if (history) {
    for (const answer of life.equality) {
      if (answer.field === 'sex' && oldKeys.has(answer.recordKey)) answer.value = sex
    }
  }
  const on = dayFor(draft, team, later(first.openedOn, addDays(draft.from, 1)))
  life.story.push({ on, kind: 'new_name', words: `Took the name ${written(profile.name)}.` })
  life.states.protectedNames.push({
    ...head(draft, team, on, { categories: ['identity'] }),
    reason: history ? 'gender_history' : 'safety',
    from: on,
    oldRecordKeys: [...oldKeys],
  })
}
