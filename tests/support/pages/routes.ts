import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ask, askOne } from './database'
import type { Planted } from './canary'

const built = process.env.BUILD_FOLDER ?? fileURLToPath(new URL('../../../.next', import.meta.url))

/** Every page and route handler of the build, as Next's own manifest names them. */
export function builtRoutes(): string[] {
  const file = `${built}/server/app-paths-manifest.json`
  if (!existsSync(file)) throw new Error('There is no build to read the routes from.')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const routes = Object.keys(manifest).map((key) => key.replace(/\/(page|route)$/, '') || '/')
  // Next's page for its own faults, which answers 500 by its nature, is tested where it shows.
  return [...new Set(routes)].filter((route) => route !== '/_global-error').sort()
}

/** Every server action of the build: its id, and the files that use it. */
export function builtActions(): { id: string; name: string; file: string; pages: string[] }[] {
  const text = readFileSync(`${built}/server/server-reference-manifest.json`, 'utf8')
  type Reference = { workers: Record<string, unknown>; exportedName?: string; filename?: string }
  const { node } = JSON.parse(text) as { node: Record<string, Reference> }
  return Object.entries(node).map(([id, { workers, exportedName, filename }]) => ({
    id,
    name: exportedName ?? '',
    file: filename ?? '',
    pages: Object.keys(workers).map((key) => key.replace(/^app|\/page$/g, '') || '/'),
  }))
}

// Who may have an answer other than *not found* or the sign-in page: everybody; whoever is signed
// in; those who work with the person; or those whose role has the verb. A route that is not here
// fails the build.
export const routes: Record<string, 'everybody' | 'signed in' | 'the person’s' | 'role'> = {
  '/': 'signed in',
  '/_not-found': 'everybody',
  '/api/health': 'everybody',
  '/busy': 'everybody',
  '/api/ready': 'everybody',
  '/icon.svg': 'everybody',
  '/set-password/[link]': 'everybody',
  '/sign-in': 'everybody',
  '/roles': 'signed in',
  '/roles/offers/[offerId]': 'role',
  '/roles/waiting': 'role',
  '/roles/waiting/[offerId]': 'role',
  '/roles/waiting/account/[userId]': 'role',
  '/my-log': 'signed in',
  '/my-calendar': 'role',
  '/calendar/[token]': 'everybody',
  '/caseload/[involvementId]/allocate': 'role',
  '/people': 'role',
  '/people/new': 'role',
  '/people/new/unnamed': 'role',
  '/caseload': 'role',
  '/caseload/handover': 'role',
  '/handovers': 'role',
  '/handovers/[handingId]': 'the person’s',
  '/referrals': 'role',
  '/referrals/[referralId]': 'the person’s',
  '/referrals/[referralId]/[step]': 'the person’s',
}
const byFolder: [RegExp, (typeof routes)[string]][] = [
  [/^\/people\/\[personId\](\/|$)/, 'the person’s'],
  [/^\/(admin|agreements|conflicts|identity|incidents|insight)(\/|$)/, 'role'],
  [/^\/(log|place|publications|transfer|waiting)(\/|$)/, 'role'],
  [/^\/(organizations|services|readiness|figures)(\/|$)/, 'everybody'],
  [/^\/(about|accessibility|privacy|licences|help|new|whats-new)(\/|$)/, 'everybody'],
]

/** What the table says of a route; undefined when it says nothing. */
export const openTo = (route: string) =>
  routes[route] ?? byFolder.find(([pattern]) => pattern.test(route))?.[1]

const one = async (sql: string, values: unknown[] = []) =>
  (await ask<{ id: string }>(sql, values))[0]?.id ?? '01890000-0000-7000-8000-00000000dead'

/**
 * Real ids for every part of an address that varies, about the person whose record holds the
 * canaries wherever there is a choice.
 */
export async function addressParts({ personId }: Planted): Promise<Record<string, string>> {
  const theirs = (table: string) =>
    one(`select id from ${table} where person_id = $1 order by id desc limit 1`, [personId])
  const { term, agreement, group } = await askOne<Record<string, string>>(
    `select id as term, agreement_id as agreement, group_id as group
     from agreement_term limit 1`,
  )
  return {
    personId,
    contactId: await theirs('contact'),
    involvementId: await theirs('involvement'),
    warningId: await theirs('warning'),
    entryId: await theirs('address'),
    workerId: await one(
      `select w.id from involvement_worker w join involvement i on i.id = w.involvement_id
       where i.person_id = $1 limit 1`,
      [personId],
    ),
    choiceId: await theirs('choice'),
    handingId: await one('select id from handing_over limit 1'),
    ...{ referralId: await theirs('referral'), step: 'answer' },
    ...{ kind: 'rating', ratedId: await theirs('need_rating') },
    memberId: await theirs('cohort_member'),
    goalId: await theirs('plan_goal'),
    actionId: await theirs('plan_action'),
    reviewId: await theirs('plan_review'),
    ...{ step: 'done', line: 'held', lineId: await theirs('held_plan') },
    appointmentId: await theirs('appointment'),
    hardTimeId: await theirs('hard_time'),
    token: 'made-up-token',
    fact: 'address',
    agreementId: agreement ?? '',
    groupId: group ?? '',
    termId: term ?? '',
    askingId: await one('select id from party_asked limit 1'),
    agencyId: await one('select id from agency limit 1'),
    teamId: await one('select id from team limit 1'),
    userId: await one('select id from app_user limit 1'),
    offerId: await one('select id from role_offer limit 1'),
    membershipId: await one('select id from membership limit 1'),
    // A file of areas waits for the one who sent it alone, and for a day.
    uploadId: await one('select id from area_upload limit 1'),
    serviceId: await one('select id from place.public_service limit 1'),
    institutionId: await one(
      'select id from place.institution where agency_id is not null order by name limit 1',
    ),
    organizationId: await one('select id from place.public_institution limit 1'),
    setId: await one('select id from area_set limit 1'),
    batchId: await one('select id from import_batch limit 1'),
    candidateId: await one('select id from link_candidate limit 1'),
    recordId: await theirs('record'),
    linkId: await one('select id from link_event limit 1'),
    wordId: await theirs('cohort_member'),
    actId: await one('select id from taking_away limit 1'),
    incidentId: await one('select id from incident limit 1'),
    // A declared table of the first publication, and one of its files.
    ...{ table: 'several_by_ward', no: '1', file: 'several_by_ward.csv' },
    list: 'contact_kind',
    // The newest round: open, unless another journey has closed it.
    roundId: await one('select id from readiness.round order by no desc limit 1'),
    paperId: await one('select id from proposition.paper order by no limit 1'),
    link: 'made-up-link',
  }
}

/** A route as an address one can ask for. @throws when a part of it is not known */
export function addressOf(route: string, parts: Record<string, string>): string {
  return route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const part = parts[name]
    if (!part) throw new Error(`${route}: give addressParts a value for ${name}`)
    return part
  })
}
