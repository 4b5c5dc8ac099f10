import type { Draft } from '../draft'
import { happened, playAll } from '../draft'
import { head } from '../heads'
import { moveHome } from '../homes'
import { identities } from '../passes/identity'
import { routineContacts } from '../passes/routine'
import { whereabouts } from '../passes/whereabouts'
import { refer } from '../referrals'
import type { Life } from '../types'
import { feel, talk } from '../verbs'
import type { World } from '../world'
import { dannyBefore } from './danny-before'
import { dannyNow } from './danny-now'
import { ago, handDraft, worker } from './hand'

const CONTACTS = 86

/** Danny Okafor, as the pictures of the product show him. */
export function danny(world: World): Life {
  const draft = handDraft(world, {
    index: 0,
    sex: 'male',
    culture: 'nigerian',
    name: {
      given: 'Daniel',
      middle: 'Chidi',
      family: 'Okafor',
      order: 'given_first',
      calledBy: 'Danny',
    },
    born: '1992-03-12',
    core: 'HSJ',
    needs: ['homelessness', 'substance_use', 'justice', 'mental_health', 'money', 'learning'],
    mornings: true,
  })
  Object.assign(draft.cast, {
    relative: 'mum',
    drug: 'heroin',
    friend: 'Macca',
    Friend: 'Macca',
    trade: 'scaffolding',
    Trade: 'Scaffolding',
    Drug: 'Heroin',
    love: 'five-a-side',
    dream: 'my own door, and to see my girl on Sundays',
    pet: 'Duke',
  })
  past(draft)
  draft.quietFrom = ago(draft, 20)
  routineContacts(draft)
  identities(draft)
  whereabouts(draft)
  dannyNow(draft)
  settle(draft)
  dannyBefore(draft)
  return draft.life
}

function past(draft: Draft): void {
  const step = (days: number, play: () => void) => {
    draft.now = ago(draft, days)
    play()
  }
  step(1090, () => {
    moveHome(draft, 'A01C')
    happened(draft, 'home', 'Rented a room above a shop, and worked in {trade}.')
  })
  step(700, () => {
    happened(
      draft,
      'hurt',
      'Fell at work. Off for months; the rent fell behind; {drug} for the pain.',
    )
    feel(draft, 'substance_use', 3, 'worse')
    talk(draft, 'using', 200)
  })
  step(560, () => {
    happened(draft, 'tenancy_lost', 'Lost the room.')
    moveHome(draft, 'A07A')
    talk(draft, 'sofa', 150)
    draft.crises.push(draft.now)
  })
  step(430, () => {
    happened(draft, 'sentenced', 'A community order, with supervision.')
    worker(draft, 'probation-north', 'priya.shah', 430, 'order')
    talk(draft, 'order', 430)
  })
  step(400, () => {
    moveHome(draft, 'A08A')
    happened(draft, 'rough', 'Sleeping out behind the market through a wet autumn.')
    talk(draft, 'rough', 120)
  })
  step(380, () => worker(draft, 'dna-recovery', 'sam.doyle', 380))
  step(330, () => worker(draft, 'jobcentre-central', 'tom.reilly', 330))
  step(300, () => {
    const hf = worker(draft, 'hf-team', 'amina.yusuf', 300)
    hf.lead = hf.workers.map((spell) => ({ ...spell }))
    happened(draft, 'housing_first', 'Taken on by Housing First.')
    talk(draft, 'treatment_heroin', 280)
  })
  step(280, () => {
    moveHome(draft, 'A07A')
    happened(draft, 'sofa', 'On a friend’s sofa, most nights.')
  })
  step(250, () => worker(draft, 'cmh-community', 'joy.mensah', 250))
  step(60, () => {
    happened(draft, 'sanction', 'A sanction, after a morning appointment missed.')
    talk(draft, 'sanction', 50)
    draft.crises.push(ago(draft, 18))
  })
  referrals(draft)
}

function referrals(draft: Draft): void {
  draft.now = ago(draft, 320)
  refer(draft, { from: 'probation-north', to: 'hf-team', kind: 'housing_first', wait: 17 })
  draft.now = ago(draft, 275)
  refer(draft, { from: 'hf-team', to: 'cmh-community', kind: 'mental_health', wait: 21 })
  playAll(draft)
}

/** The timeline has 86 entries in the picture: the oldest ordinary ones beyond that go. */
function settle(draft: Draft): void {
  const { life } = draft
  life.contacts.sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
  const extra = Math.max(0, life.contacts.length - CONTACTS)
  const dropped = new Set(life.contacts.slice(0, extra).map((c) => c.id))
  life.contacts = life.contacts.filter((c) => !dropped.has(c.id))
  for (const r of life.referrals) {
    r.attachedContactIds = r.attachedContactIds.filter((id) => !dropped.has(id))
  }
  for (const a of life.appointments) if (dropped.has(a.contactId ?? '')) a.contactId = null
  const from = ago(draft, 376)
  life.states.cohorts.push({
    ...head(draft, 'probation-north', from, { categories: ['plan'] }),
    cohortKey: 'shared-support',
    from,
    until: null,
    decidedBy: 'Priya Shah',
    toldOn: from,
  })
}
