import type { FullName } from '../../names/full-name'
import { fullName, written } from '../../names/full-name'
import type { Draft } from '../draft'
import { addDays, later } from '../days'
import { head } from '../heads'
import { tieOf } from '../ties'
import { dayFor } from '../verbs'
import { asHe, asShe, everyText } from './retelling'

/**
 * Protected name: after a move to safety, or with a gender history. Files opened before hold the
 * old name, the later ones the new; nothing on the old side may ever show the new. People tied to
 * somebody else here are left out, since the other's file names them.
 */
export function keepName(draft: Draft): void {
  const { rng, life, profile, world } = draft
  const hiding = life.states.protectedWhereabouts[0]
  const history = !hiding && rng.chance(0.005)
  if (!history && !(hiding && rng.chance(0.35))) return
  const records = [...life.records].sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1))
  if (records.length < 2 || tieOf(world.seed, profile.index)) return
  const old = records
    .filter((r) => r.agencyKey !== 'haven')
    .slice(0, Math.max(1, Math.floor(records.length / 2)))
  const oldKeys = new Set(old.map((r) => r.key))
  const first = records.find((r) => !oldKeys.has(r.key))
  const team = life.involvements.find((i) => i.recordKey === first?.key)?.teamKey
  if (!first || !team || old.length === 0) return
  tellAsBefore(draft, oldKeys, history)
  const on = dayFor(draft, team, later(first.openedOn, addDays(draft.from, 1)))
  life.story.push({ on, kind: 'new_name', words: `Took the name ${written(profile.name)}.` })
  life.states.protectedNames.push({
    ...head(draft, team, on, { categories: ['identity'] }),
    reason: history ? 'gender_history' : 'safety',
    from: on,
    oldRecordKeys: [...oldKeys],
  })
}

function tellAsBefore(draft: Draft, oldKeys: Set<string>, history: boolean): void {
  const { life, profile } = draft
  const sex = history ? (profile.sex === 'female' ? 'male' : 'female') : profile.sex
  const before = anotherName(draft, sex)
  const { given } = before
  const isOld = (entry: { recordKey: string }) => oldKeys.has(entry.recordKey)
  life.names = life.names.filter((name) => !isOld(name) || name.kind === 'legal')
  life.reaches = life.reaches.filter((reach) => !isOld(reach) || reach.kind !== 'email')
  const names = new RegExp(`\\b(${profile.name.calledBy}|${profile.name.given})\\b`, 'g')
  const retell = (text: string) => {
    const named = text.replace(names, given)
    return history ? (sex === 'male' ? asHe(named) : asShe(named)) : named
  }
  everyText(life, isOld, retell)
  for (const name of life.names) {
    if (!isOld(name)) name.protected = true
    else Object.assign(name, { given, middle: null, family: before.family, order: before.order })
  }
  if (!history) return
  for (const answer of life.equality)
    if (answer.field === 'sex' && isOld(answer)) answer.value = sex
  life.equality = life.equality.filter((answer) => !isOld(answer) || answer.field !== 'pronouns')
}

/** A name of the same culture that shares no given name with the present one. */
function anotherName({ rng, profile }: Draft, sex: 'female' | 'male'): FullName {
  for (;;) {
    const made = fullName(rng, profile.pool, sex)
    if (![profile.name.given, profile.name.calledBy].includes(made.given)) return made
  }
}
