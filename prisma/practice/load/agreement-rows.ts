import type { AgencyWorld, Agreement, Level, Party } from '../agencies/agency-types'
import { addDays } from '../lives/days'
import type { Day } from '../lives/entry-types'
import type { Tables } from './bulk'
import { daysFrom } from './clock'
import { idOf } from './ids'

const levels: Record<Level, number> = { exists: 1, involved: 2, headline: 3, content: 4 }
/** What lifts the duty of confidence, in the words of the screen. */
const lifted: Record<Party['confidentiality'], string> = {
  explicit_consent: 'Explicit consent',
  statute: 'Statute',
  public_interest: 'Overriding public interest',
  not_confidential: 'Not held in confidence',
}

/** The id of a group of teams of an agreement. */
export const groupId = (seed: number, agreementKey: string, groupKey: string): string =>
  idOf(seed, 'group', `${agreementKey} ${groupKey}`)

/** Agreements with parties, groups of teams and the terms between them. */
export function addAgreements(tables: Tables, world: AgencyWorld, seed: number, today: Day): void {
  const hostKey = world.agencies.find((agency) => agency.kind === 'partnership')?.key ?? ''
  for (const agreement of world.agreements) {
    const cohort = world.cohorts.find((one) => one.key === agreement.cohortKey)
    // A party may rest on several, and several parties on the same.
    const gateways = agreement.parties.flatMap((party) => party.gateway?.split('; ') ?? [])
    tables.add('agreement', {
      id: idOf(seed, 'agreement', agreement.key),
      name: agreement.name,
      place: 'Wrenford',
      purpose: agreement.purpose,
      gateway: [...new Set(gateways)].join('; ') || null,
      forbidden_uses: agreement.forbiddenUses,
      cohort_name: cohort?.name ?? agreement.cohortKey,
      cohort_description: cohort?.description ?? '',
      dpia_reference: agreement.dpiaReference,
      starts_at: daysFrom(today, agreement.startsDay),
      review_on: addDays(today, agreement.reviewDay),
      ends_at: daysFrom(today, agreement.endsDay),
      host_agency_id: idOf(seed, 'agency', hostKey),
    })
    for (const party of agreement.parties) addParty(tables, world, seed, today, agreement, party)
    addTerms(tables, seed, today, agreement)
  }
}

function addParty(
  tables: Tables,
  world: AgencyWorld,
  seed: number,
  today: Day,
  agreement: Agreement,
  party: Party,
): void {
  const agency = world.agencies.find((one) => one.key === party.agencyKey)
  const signedDays = party.signatories.map((one) => one.signedDay)
  tables.add('agreement_party', {
    id: idOf(seed, 'party', `${agreement.key} ${party.agencyKey}`),
    agreement_id: idOf(seed, 'agreement', agreement.key),
    agency_id: idOf(seed, 'agency', party.agencyKey),
    lawful_basis: [party.lawfulBasis, party.gateway].filter(Boolean).join('; '),
    conditions: party.conditions.map((one) => `${one.article}: ${one.text}`).join('\n'),
    confidence_lifted_by: lifted[party.confidentiality],
    regime: party.regime,
    contact: agency?.phone ?? '',
    signatory: party.signatories.map((one) => `${one.name}, ${one.role}`).join('\n'),
    signed_on: addDays(today, Math.max(...signedDays, agreement.startsDay)),
    joined_at: daysFrom(today, party.joinedDay),
    left_at: daysFrom(today, party.leftDay),
  })
}

function addTerms(tables: Tables, seed: number, today: Day, agreement: Agreement): void {
  const agreementId = idOf(seed, 'agreement', agreement.key)
  for (const group of agreement.groups) {
    const id = groupId(seed, agreement.key, group.key)
    const made_at = daysFrom(today, agreement.startsDay)
    tables.add('receiver_group', { id, agreement_id: agreementId, name: group.name, made_at })
    for (const key of group.teamKeys) {
      tables.add('receiver_group_team', { group_id: id, team_id: idOf(seed, 'team', key) })
    }
  }
  for (const term of agreement.terms) {
    tables.add('agreement_term', {
      id: idOf(seed, 'term', `${agreement.key} ${term.key}`),
      agreement_id: agreementId,
      giver_agency_id: idOf(seed, 'agency', term.giverAgencyKey),
      category: term.category,
      group_id: groupId(seed, agreement.key, term.groupKey),
      level: levels[term.level],
      purpose: term.purpose,
      forbidden_uses: term.forbiddenUses,
      on_consent: term.onConsent,
      counted_in_insight: term.countedInInsight,
      starts_at: daysFrom(today, agreement.startsDay),
    })
  }
}
