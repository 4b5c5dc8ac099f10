import type { Draft } from '../draft'
import { happened, plan } from '../draft'
import { addDays } from '../days'
import { refer } from '../referrals'
import { after, feel, involve, leave, openWith, talk, turn } from '../verbs'
import { warn } from '../warnings'
import { hasPhrases } from '../words/library'

/** Use, asking for help, treatment with its ups and downs. */
export function substance(draft: Draft): void {
  const { rng, profile, last } = draft
  const begins = addDays(last, -rng.int(60, profile.deal.panel ? 1050 : 700))
  const heroin = draft.cast.drug === 'heroin'
  plan(draft, addDays(begins, -20), () => {
    feel(draft, 'substance_use', rng.int(2, 4), 'same')
    talk(draft, 'using', 110)
  })
  plan(draft, begins, () => {
    if (rng.chance(0.45)) selfReferral(draft, heroin)
    else {
      const from = draft.life.involvements.find((i) => i.to === null)?.teamKey ?? 'gp-practice'
      const sender = from.startsWith('dna') ? 'gp-practice' : from
      if (sender === 'gp-practice') involve(draft, sender, 'present')
      const refused = rng.chance(0.14) ? rng.pick(['could_not_reach', 'person_declined']) : null
      refer(draft, {
        from: sender,
        to: 'dna-recovery',
        kind: 'substance',
        refused,
        wait: rng.int(4, 40),
        then: () => started(draft, heroin),
        otherwise: () => after(draft, rng.int(30, 120), () => selfReferral(draft, heroin)),
      })
    }
  })
}

/** The words for this drug where it has words of its own. */
const byDrug = (draft: Draft, key: string) => {
  const own = `${key}_${draft.cast.drug ?? ''}`
  return hasPhrases(own) ? own : key
}

function selfReferral(draft: Draft, heroin: boolean): void {
  involve(draft, 'dna-recovery', 'present')
  happened(draft, 'asks_for_help', 'Walked into Clearway and asked for help with {drug}.')
  started(draft, heroin)
}

function started(draft: Draft, heroin: boolean): void {
  const { rng, profile } = draft
  turn(draft, 'dna-recovery', byDrug(draft, 'treatment_begins'), { heading: 'Contact kept' })
  talk(draft, heroin ? 'treatment_heroin' : 'treatment', 300)
  if (heroin) {
    after(draft, rng.int(3, 15), () => {
      involve(draft, 'dna-clinic', 'referral')
      happened(draft, 'script', 'Started on a prescription.')
      turn(draft, 'dna-clinic', 'script_begins', { heading: 'Contact kept' })
      warn(draft, 'dna-clinic', 'overdose')
    })
  }
  after(draft, rng.int(30, 70), () => feel(draft, 'substance_use', 2, 'better'))
  const next = rng.weigh<() => void>([
    [() => relapse(draft, heroin), profile.deal.panel ? 62 : 32],
    [() => dropped(draft), 18],
    [() => completed(draft), profile.deal.panel ? 12 : 34],
    [() => undefined, 16],
  ])
  after(draft, rng.int(60, 220), next)
}

function relapse(draft: Draft, heroin: boolean): void {
  const { rng } = draft
  happened(draft, 'relapse', 'Using again, after a bad fortnight.')
  feel(draft, 'substance_use', 4, 'worse')
  talk(draft, 'relapse', 70)
  draft.crises.push(addDays(draft.now, 4))
  turn(draft, 'dna-recovery', byDrug(draft, 'relapse'), {
    heading: 'Contact kept',
    after: rng.int(2, 18),
  })
  if (heroin && rng.chance(0.4)) after(draft, rng.int(2, 30), () => overdose(draft))
  after(draft, rng.int(40, 110), () => feel(draft, 'substance_use', rng.int(2, 3), 'better'))
  if (rng.chance(0.45)) after(draft, rng.int(120, 260), () => relapse(draft, heroin))
  else if (rng.chance(0.4)) after(draft, rng.int(150, 330), () => completed(draft))
}

function overdose(draft: Draft): void {
  if (draft.aways.some((a) => a.to > draft.now)) return
  happened(draft, 'overdose', 'An overdose; {friend} rang for an ambulance and used naloxone.')
  draft.crises.push(draft.now)
  feel(draft, 'physical_health', 3, 'worse')
  draft.aways.push({ kind: 'hospital', from: draft.now, to: addDays(draft.now, 3) })
  involve(draft, 'hospital-liaison', 'discharge')
  turn(draft, 'hospital-liaison', 'overdose', { kind: 'ward', heading: 'Seen on the ward' })
  warn(draft, 'hospital-liaison', 'overdose')
  after(draft, 12, () => leave(draft, 'hospital-liaison', 'discharged'))
}

function dropped(draft: Draft): void {
  if (!openWith(draft, 'dna-recovery')) return
  draft.crises.push(addDays(draft.now, 6))
  happened(draft, 'dropped', 'Stopped going to Clearway.')
  after(draft, 35, () => {
    turn(draft, 'dna-recovery', 'dropped', {
      kind: 'letter',
      heading: 'Letter sent',
      outcome: 'no_reply',
    })
    leave(draft, 'dna-recovery', 'lost_touch')
    leave(draft, 'dna-clinic', 'lost_touch')
  })
  feel(draft, 'substance_use', 3, 'worse')
  talk(draft, 'using', 120)
  if (draft.rng.chance(0.6)) {
    after(draft, draft.rng.int(90, 240), () => selfReferral(draft, draft.cast.drug === 'heroin'))
  }
}

function completed(draft: Draft): void {
  if (!openWith(draft, 'dna-recovery')) return
  happened(draft, 'treatment_done', 'Finished treatment; {relative} came to the last meeting.')
  turn(draft, 'dna-recovery', 'treatment_done', { heading: 'Contact kept' })
  leave(draft, 'dna-recovery', 'completed')
  leave(draft, 'dna-clinic', 'completed')
  feel(draft, 'substance_use', 1, 'better')
  talk(draft, 'steady', 200)
  after(draft, 120, () => feel(draft, 'substance_use', 0, 'better'))
}
