import type { Draft } from './draft'
import { say } from './draft'
import { addDays, spokenDate } from './days'
import { head } from './heads'
import { dayFor } from './verbs'
import { phrases } from './words/library'
import type { Warning } from './work-types'

const HEADLINES: Record<Warning['kind'], string> = {
  visit: 'Visit in pairs',
  overdose: 'Risk of overdose: carries naloxone',
  self_harm: 'May harm {himself} when low: ask, and ring the crisis line together',
  fire: 'Fire risk at home: smoke alarm, no candles',
  allergy: 'Allergic to penicillin',
  dog: 'Dog at home: ring first',
  exploitation: 'Others may use {his} home: see {him} alone',
  health: 'Seizures: know what to do',
}

/** Half a year for most; a warning lapses unless somebody renews it. */
const LASTS = 183

/** A warning with its evidence; the same kind again renews the first one. */
export function warn(draft: Draft, teamKey: string, kind: Warning['kind']): void {
  const { life, rng } = draft
  const on = dayFor(draft, teamKey, draft.now)
  const before = life.warnings.findLast((w) => w.kind === kind)
  if (before && before.from >= addDays(on, -60)) return
  const running = before && before.endedOn === null && before.lapsesOn > on
  if (before && running) before.endedOn = on
  const lapsesOn = addDays(on, LASTS)
  const headline = say(draft, `head/${kind}`, [HEADLINES[kind]])
  life.warnings.push({
    ...head(draft, teamKey, on, { categories: ['safety'] }),
    kind,
    headline: kind === 'visit' ? `${headline}, until ${spokenDate(lapsesOn)}` : headline,
    detail: say(draft, `warn/${kind}`, phrases(`warn/${kind}`)),
    evidence: say(draft, `evidence/${kind}`, phrases(`evidence/${kind}`)),
    told: rng.weigh([
      ['yes', 78],
      ['no', 8],
      ['not_yet', 14],
    ]),
    from: on,
    lapsesOn,
    endedOn: null,
    renews: running ? (before?.id ?? null) : null,
  })
}
