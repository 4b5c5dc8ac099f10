import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import { openOverview } from '@/lib/people/queries'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

const folder = fileURLToPath(new URL('../../prisma/security/', import.meta.url))
/** In which files of security SQL this is written, and how often in each. */
function written(pattern: RegExp): Record<string, number> {
  const found = readdirSync(folder).map((name): [string, number] => {
    const sql = readFileSync(folder + name, 'utf8').replaceAll(/--.*$/gm, '')
    return [name, (sql.match(pattern) ?? []).length]
  })
  return Object.fromEntries(found.filter(([, times]) => times > 0))
}

// A rule that decides about people is written once, and asked by its name elsewhere. Where it is
// written again it is for a reason that stands here.
describe('one rule, one place', () => {
  test('who is under 18', () => {
    expect(written(/interval '18 years'/g)).toEqual({ '50-relationships.sql': 1 })
  })

  test('whether an agency is a party now', () => {
    expect(written(/now\(\) >= \w*\.?joined_at/g)).toEqual({
      '20-questions.sql': 1,
      // Of all terms that reach a viewer at once: of the giver and of the receiver.
      '22-doors.sql': 2,
      // Of a cohort's rows: known once a statement.
      '30-policies.sql': 1,
      // Of all terms of a giver at once.
      '87d-confirming.sql': 1,
    })
  })

  test('whether an agreement of the agency speaks of children', () => {
    expect(written(/\.allows_children and/g)).toEqual({ '50-relationships.sql': 1 })
  })

  test('whether a named worker still works for their agency', () => {
    const asked = written(/access\.still_works\(/g)
    expect(Object.keys(asked)).toEqual([
      '55-people.sql',
      '65b-referrals.sql',
      '65c-handovers.sql',
      '75-pages.sql',
      '76-caseload.sql',
      '77-search.sql',
    ])
  })

  test('what somebody in a list is called, and what the list is sorted by', () => {
    expect(written(/create function page\.called/g)).toEqual({ '76-caseload.sql': 1 })
  })
})

describe('an agency that has not joined yet', () => {
  let place: WorkingPlace
  beforeAll(async () => {
    place = await workingPlace()
    await place.look(
      `update agreement_party set joined_at = now() + interval '1 day' where agency_id = $1`,
      [place.agencies.clinic],
    )
  })
  afterAll(() => place.close())

  const agreementsOf = async (who: 'priya' | 'dana') =>
    (await place.as(who, (scope) => openOverview(scope, place.people.sam)))?.overview.because
      .agreements ?? []

  test('is not told that the agreement opens the person to it', async () => {
    expect(await agreementsOf('priya')).toHaveLength(1)
    expect(await agreementsOf('dana')).toEqual([])
  })

  test('takes nobody out of its cohort', async () => {
    const [member] = await place.look<{ id: string }>('select id from cohort_member')
    const leave = place.as(
      'dana',
      ({ db }) => db.$queryRaw`select sharing.leave_cohort(${place.people.sam}::uuid,
        ${member?.id}::uuid, 'Asked to')`,
    )
    await expect(leave).rejects.toBeInstanceOf(Refused)
  })
})
