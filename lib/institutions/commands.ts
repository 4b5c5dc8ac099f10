import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { withoutPlace } from '@/lib/directory/rules/withhold'
import { NotFound } from '@/lib/errors'
import { refuseStale } from '@/lib/stored-version'
import { getInstitution, institutionValues } from './queries'
import type { InstitutionInput } from './schema'

/**
 * Saves an institution: a new one by whoever curates, or an entry of the viewer's own agency.
 * Saving says that it is so today. What is withheld stays nowhere, whatever is given.
 *
 * @returns its id
 * @throws Stale when somebody has changed it meanwhile
 */
export async function saveInstitution(
  { db, viewer }: Scope,
  input: InstitutionInput,
  version: number | null,
): Promise<string> {
  permit(viewer, input.institution ? 'place:correct' : 'place:curate')
  if (input.institution) {
    const now = await getInstitution({ db, viewer }, input.institution)
    if (!now) throw new NotFound()
    refuseStale(version, institutionValues(now))
  }
  const { institution = null, waitDays, small, agency, ...rest } = input
  const given = {
    ...{ ...rest, wait_days: waitDays, agency_id: agency },
    small: small === null ? null : small === 'yes',
  }
  const [saved] = await db.$queryRaw<{ id: string }[]>`
    select curating.put_institution(${institution}::uuid, ${JSON.stringify(given)}::jsonb) as id`
  if (!saved) throw new NotFound()
  return saved.id
}

/**
 * Withholds where an institution and all its services are, for good: places, areas and hours go,
 * and addresses out of what is written about them. No import brings them back.
 */
export async function withholdInstitution(
  { db, viewer }: Scope,
  institution: string,
): Promise<void> {
  permit(viewer, 'place:correct')
  const texts = await db.$queryRaw<{ id: string; description: string }[]>`
    select i.id, i.description from place.institution i
    where i.id = ${institution}::uuid and i.description is not null
    union all select s.id, s.description from place.service s
    where s.institution_id = ${institution}::uuid and s.description is not null`
  const left = texts.map(({ id, description }) => ({ id, words: withoutPlace(description) }))
  await db.$executeRaw`select curating.withhold(${institution}::uuid,
    ${JSON.stringify(left)}::jsonb)`
}
