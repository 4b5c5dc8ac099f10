import { afterAll, beforeAll, expect, test } from 'vitest'
import { endTeam } from '@/lib/admin/commands'
import { getTeamEnd } from '@/lib/admin/queries'
import { NotFound, NotPermitted } from '@/lib/errors'
import { openPerson } from '@/lib/people/queries'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  // Mo, who managed the team, administers the agency from now on.
  await place.look(`update membership set role = 'administrator' where user_id = $1`, [
    place.users.mo,
  ])
})
afterAll(() => place.close())

const stands = (team: string) => place.as('mo', (scope) => getTeamEnd(scope, team))
const end = (who: 'mo' | 'priya', team: string) =>
  place.as(who, (scope) => endTeam(scope, team, 'It became part of another team'))

test('a team with work is not ended: what is open is said in numbers', async () => {
  const found = await stands(place.teams.probation)
  expect(found).toMatchObject({ working: 2, referrals: 0, alone: 0, managers: [] })
  expect(found?.leftWithout.length).toBeGreaterThan(2)
  expect(JSON.stringify(found)).not.toContain(place.people.sam)
  await expect(end('mo', place.teams.probation)).rejects.toThrow('still has work')
})

test('only its own agency’s administrator asks or ends', async () => {
  expect(await stands(place.teams.housing)).toBeNull()
  await expect(end('mo', place.teams.housing)).rejects.toBeInstanceOf(NotFound)
  await expect(end('priya', place.teams.probation)).rejects.toBeInstanceOf(NotPermitted)
})

test('it ends when nothing is open, and nobody reads through it from then on', async () => {
  const sam = () => place.as('priya', (scope) => openPerson(scope, place.people.sam, 'overview'))
  expect(await sam()).not.toBeNull()
  await place.look(
    `update involvement set ends_on = current_date - 1, starts_on = least(starts_on, current_date - 1)
     where team_id = $1`,
    [place.teams.probation],
  )
  expect(await stands(place.teams.probation)).toMatchObject({ working: 0 })
  await end('mo', place.teams.probation)
  expect(await sam()).toBeNull()
  const [row] = await place.look<object>(
    `select ended_at is not null as ended, ended_reason, (select count(*)::int from membership_team
       where team_id = team.id) as members from team where id = $1`,
    [place.teams.probation],
  )
  expect(row).toEqual({ ended: true, ended_reason: 'It became part of another team', members: 0 })
  await expect(end('mo', place.teams.probation)).rejects.toBeInstanceOf(NotFound)
})
