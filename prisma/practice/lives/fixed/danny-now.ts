import type { Draft } from '../draft'
import { addDays, instantOf, nextOn, spokenDate } from '../days'
import type { Day } from '../entry-types'
import { head } from '../heads'
import { offices } from '../team-place-data'
import type { Category } from '../../agencies/agency-types'
import { ago, rated, wrote } from './hand'

/** Danny's last weeks and next days: what single-view.png shows, from whatever day it is. */
export function dannyNow(draft: Draft): void {
  contacts(draft)
  needs(draft)
  said(draft)
  dates(draft)
  plan(draft)
  consents(draft)
}

function contacts(draft: Draft): void {
  const paid = spokenDate(addDays(draft.world.today, -2))
  wrote(draft, 'dna-recovery', 12, {
    heading: 'Contact kept',
    words: 'Prescription collected. Steady this fortnight, by his own account and by the test.',
  })
  const early = { outcome: 'not_seen' as const, heading: 'Not seen', minutes: 600, length: 0 }
  wrote(draft, 'probation-north', 13, {
    ...early,
    words: 'Not seen. 10:00, and he had asked for after two.',
  })
  wrote(draft, 'jobcentre-central', 9, {
    kind: 'phone',
    heading: 'Universal Credit restored',
    major: true,
    words: `Sanction lifted after the team letter. First payment ${paid}.`,
  })
  wrote(draft, 'probation-north', 6, {
    ...early,
    words: '10:00, a time he has said is hard. Second in a row.',
  })
  wrote(draft, 'cmh-community', 4, {
    heading: 'Mental health contact',
    words:
      'Walked by the river. Sleeping four hours. Worried about the move, wants it all the same.',
  })
  wrote(draft, 'hf-team', 3, {
    kind: 'centre',
    heading: 'Seen at the day centre',
    major: true,
    place: 'the day centre',
    words: 'Viewed a flat together. He liked it. Wants help with the deposit form before Tuesday.',
  })
}

function needs(draft: Draft): void {
  rated(draft, 'hf-team', 100, 'mental_health', 2, 'same', 'mental_health')
  rated(draft, 'hf-team', 100, 'homelessness', 4, 'same', 'housing')
  rated(draft, 'probation-north', 120, 'justice', 3, 'same', 'justice')
  rated(draft, 'dna-recovery', 130, 'substance_use', 3, 'better', 'substance_use')
  rated(draft, 'hf-team', 9, 'homelessness', 4, 'better', 'housing')
  rated(draft, 'dna-recovery', 12, 'substance_use', 3, 'same', 'substance_use')
  rated(draft, 'probation-north', 6, 'justice', 2, 'better', 'justice')
  rated(draft, 'hf-team', 9, 'mental_health', 3, 'worse', 'mental_health')
  rated(draft, 'jobcentre-central', 9, 'money', 2, 'better', 'money')
  rated(draft, 'jobcentre-central', 9, 'work', null, null, 'work')
  rated(draft, 'hf-team', 9, 'physical_health', null, null, 'physical_health')
}

function said(draft: Draft): void {
  const { life, world } = draft
  const on = ago(draft, 19)
  const safety = { categories: ['safety' as const] }
  const entry = (team = 'hf-team') => head(draft, team, on, safety)
  const words =
    'Mornings are bad. If I miss you, text once and try me at the day centre after two. ' +
    'I want my own door and to see my girl on Sundays.'
  life.ownWords.push({ ...entry(), kind: 'words', words, askUserKey: null })
  life.ownWords.push({
    ...entry(),
    kind: 'ask_first',
    words: 'Before asking about his past, speak to Amina.',
    askUserKey: 'amina.yusuf',
  })
  life.safeContacts.push({
    ...entry(),
    headline: 'Text first; ring after two; no voicemail',
    detail: 'Others pick up the phone where he stays.',
    from: on,
  })
  life.adjustments.push({
    ...entry(),
    kind: 'reading',
    headline: 'Talk it through: reading is hard',
    detail: 'Read forms aloud; large print for what is kept.',
  })
  life.equality.push({
    ...head(draft, 'hf-team', on, { categories: ['equality'] }),
    field: 'pronouns',
    value: 'he/him',
  })
  const year = Number(world.today.slice(0, 4))
  const february = (y: number) => `${y}-02-03`
  const lapsesOn = february(year) > world.today ? february(year) : february(year + 1)
  life.warnings.push({
    ...head(draft, 'probation-north', ago(draft, 40), safety),
    kind: 'visit',
    headline: `Visit in pairs, until ${spokenDate(lapsesOn)}`,
    detail: 'People who stay at the same address have threatened workers. Danny has not.',
    evidence: 'Two visits in October, written up the same day.',
    told: 'yes',
    from: ago(draft, 40),
    lapsesOn,
    endedOn: null,
    renews: null,
  })
  life.relationships.push({
    ...head(draft, 'hf-team', on, { categories: ['family'] }),
    kind: 'child',
    otherPersonKey: null,
    otherName: '',
    child: {
      firstName: 'Nia',
      yearOfBirth: year - 7,
      responsible: 'both parents',
      livesWith: 'with her mother',
      socialWorker: null,
    },
    note: 'Sees her on Sundays.',
    from: null,
    to: null,
  })
}

function dates(draft: Draft): void {
  const { today } = draft.world
  const booked = (team: string, on: Day, at: number, heading: string, categories?: Category[]) =>
    draft.life.appointments.push({
      ...head(draft, team, ago(draft, 3), { categories, locates: true }),
      at: instantOf(on, at),
      minutes: 45,
      heading,
      place: offices[team] ?? null,
      areaCode: draft.world.officeArea(team),
      state: 'booked',
      contactId: null,
    })
  const tuesday = nextOn(today, 2)
  booked('probation-north', tuesday, 600, 'Probation supervision')
  booked('jobcentre-central', tuesday, 615, 'Jobcentre work search')
  booked('hf-team', nextOn(tuesday, 4), 870, 'Flat sign-up', ['housing', 'whereabouts'])
  booked('hf-team', nextOn(tuesday, 0), 660, 'Family contact', ['family'])
}

function plan(draft: Draft): void {
  const { life, world } = draft
  const setOn = ago(draft, 90)
  const goal = (words: string) => {
    const made = {
      ...head(draft, 'hf-team', setOn, { categories: ['plan'] }),
      words,
      state: 'open' as const,
      setOn,
      closedOn: null,
      agreement: 'agreed' as const,
    }
    life.plan.goals.push(made)
    return made.id
  }
  const door = goal('My own front door')
  const sundays = goal('See my girl on Sundays')
  const action = (team: string, user: string, words: string, dueOn: Day, goalId: string) =>
    life.plan.actions.push({
      ...head(draft, team, ago(draft, 5), { categories: ['plan'] }),
      goalId,
      words,
      ownerUserKey: user,
      byPerson: false,
      dueOn,
      doneOn: null,
    })
  const { today } = world
  action('hf-team', 'amina.yusuf', 'Deposit form for the flat', addDays(today, 1), door)
  const thursday = nextOn(today, 4)
  action('probation-north', 'priya.shah', 'Move supervision to afternoons', thursday, sundays)
  action(
    'jobcentre-central',
    'tom.reilly',
    'ID: replace birth certificate',
    addDays(today, 8),
    door,
  )
}

function consents(draft: Draft): void {
  const on = ago(draft, 200)
  for (const [team, category, groupKey] of [
    ['dna-recovery', 'substance_use', 'probation'],
    ['jobcentre-central', 'money', 'probation'],
    ['jobcentre-central', 'money', 'homes'],
  ] as const) {
    draft.life.choices.push({
      ...head(draft, team, on, { categories: ['plan'] }),
      kind: 'consent',
      category,
      groupKey,
      toAgencyKey: null,
      words: 'Fine, if it stops me having to say it again.',
      from: on,
      until: addDays(on, 730),
      withdrawnOn: null,
      upheld: true,
      overriddenBecause: null,
      seenAlone: true,
      presentOthers: null,
      interpreter: null,
      refusalHasConsequences: false,
    })
  }
}
