import 'server-only'
import { can } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { firstCapital } from '@/lib/first-capital'
import { valueAt } from '@/lib/insight/cells'
import { readPublished } from '@/lib/insight/published-database'
import { findNewestPublication, listCells } from '@/lib/insight/queries'
import { profiles } from '@/lib/insight/rules/protection-profiles'
import { ofPeople, sayShare, shareOfSums } from '@/lib/insight/shares'
import { listActions, listTakingPart, type Round } from './queries'

type Counts = {
  agreements: number
  due: number
  parties: number
  agencies: number
  widest: number | null
  services: number
  confirmed: number
  institutions: number
  informal: number
  outside: number
}

/**
 * What the service itself shows beside a statement, by the statement's key: what anybody who may
 * look at the place may know. Of people only what is published, to those who may read it.
 */
export async function getEvidence(
  scope: Scope,
  round: Round,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const [n] = await scope.db.$queryRaw<Counts[]>`
    with inforce as (select id, review_on from agreement
        where starts_at <= now() and (ends_at is null or ends_at > now())),
      party as (select p.agreement_id, p.agency_id from agreement_party p join inforce a
          on a.id = p.agreement_id
        where p.joined_at <= now() and (p.left_at is null or p.left_at > now())),
      offered as (select institution_id, confirmed_on from place.service
        where gone_at is null and status = 'active')
    select (select count(*)::int from inforce) as agreements,
      (select count(*)::int from inforce where review_on < current_date) as due,
      (select count(distinct agency_id)::int from party) as parties,
      (select count(*)::int from agency where not directory_only) as agencies,
      (select max(n)::int from (select count(*) as n from party group by agreement_id) w) as widest,
      (select count(*)::int from offered) as services,
      (select count(*)::int from offered where confirmed_on > current_date - 90) as confirmed,
      (select count(*)::int from place.institution) as institutions,
      (select count(*)::int from place.institution where sector = 'informal') as informal,
      (select count(*)::int from place.institution where sector in ('private', 'social')) as outside`
  if (!n) return found
  if (n.agreements > 0)
    found
      .set('systems', `${n.agreements} sharing agreements are in force; ${n.due} past their review`)
      .set('trust', `${n.parties} of ${n.agencies} agencies are party to a sharing agreement`)
      .set('vision', `The widest agreement joins ${n.widest ?? 0} agencies around one cohort`)
  if (n.services > 0)
    found
      .set('learning', `${n.confirmed} of ${n.services} services confirmed in the last 90 days`)
      .set('places', `${n.services} services are listed; ${n.informal} institutions are informal`)
      .set('markets', `${n.outside} of ${n.institutions} institutions are private or voluntary`)
  const actions = await listActions(scope)
  const done = actions.filter(({ done_on }) => done_on !== null).length
  if (actions.length > 0)
    found.set('behaviours', `${done} of ${actions.length} things we said we would do are done`)
  const parts = await listTakingPart(scope, round.id)
  const lived = parts.find(({ sector, answered }) => sector === 'lived' && answered !== null)
  found.set(
    'citizens',
    `${lived?.answered ?? 0} of the ${round.answered} who answered have lived experience`,
  )
  const people = can(scope.viewer, 'insight:view') ? await sayTogether() : null
  if (people) found.set('whole', people)
  return found
}

/** How many are in touch with two agencies or more, as published; null where it cannot be said. */
async function sayTogether(): Promise<string | null> {
  const publication = await findNewestPublication(readPublished)
  if (!publication) return null
  const cells = await listCells(readPublished, publication.no, 'agencies_by_number')
  const of = (...keys: string[]) => keys.map((key) => valueAt(cells, 'total', key))
  const [several, one] = [of('2', '3', '4'), of('1')]
  const isWhole = (counts: (number | null)[]): counts is number[] => !counts.includes(null)
  if (!isWhole(several) || !isWhole(one)) return null
  const share = sayShare(shareOfSums(several, one, profiles[publication.profile]))
  if (!share) return null
  return `${firstCapital(ofPeople(share))} are in touch with two or more agencies (publication ${publication.no})`
}
