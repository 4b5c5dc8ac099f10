import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as states from '@/lib/states/commands'
import { undoAct } from '@/lib/waiting/commands'
import { listActs } from '@/lib/waiting/queries'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// A protected name takes from other agencies what is like the changed name, and nothing else; the
// custodian is told and can undo it.
let place: WorkingPlace
const give = (agency: keyof WorkingPlace['agencies'], given: string, family: string) =>
  place.look(
    `insert into person_name (id, person_id, record_id, agency_id, team_id, given_by, categories,
       given, family, sort_key, norm, given_at)
     select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by, '{identity}', $1, $2,
       upper($2), upper($1 || ' ' || $2), now() from involvement where person_id = $3 and agency_id = $4`,
    [given, family, place.people.sam, place.agencies[agency]],
  )
beforeAll(async () => {
  place = await workingPlace()
  await place.look(
    `insert into agreement_term
     select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
       'giver_agency_id', a.id))).* from agreement_term t cross join agency a
     where t.category = 'identity' and a.key in ('housing', 'clinic')`,
  )
  await place.look('delete from person_name where person_id = $1', [place.people.sam])
  await give('clinic', 'Fay', 'Walker')
  await give('probation', 'Sam', 'Example')
  await give('probation', 'Faye', 'Walker')
  await give('housing', 'Sam', 'Example')
})
afterAll(() => place.close())
beforeEach(async () => {
  await place.look('update protected_name set ended_at = now() where ended_at is null')
  await place.look('delete from taking_away')
  await place.look('delete from notice')
})

const reads = async (who: Worker) =>
  (
    await place.as(who, ({ db }) =>
      db.personName.findMany({ where: { personId: place.people.sam }, orderBy: { norm: 'asc' } }),
    )
  ).map(({ given, family }) => `${given} ${family}`)
const protect = (who: Worker) =>
  place.as(who, (scope) =>
    states.protectName(scope, { personId: place.people.sam, reason: 'She has a new name.' }),
  )

describe('a protected name', () => {
  test('takes from others what is like it, and nothing else', async () => {
    const all = ['Fay Walker', 'Faye Walker', 'Sam Example', 'Sam Example']
    expect(await reads('tom')).toEqual(all)
    await protect('dana')
    expect(await reads('tom')).toEqual(['Sam Example', 'Sam Example'])
    expect(await reads('dana')).toEqual(['Fay Walker'])
    expect(await reads('priya')).toEqual(['Faye Walker', 'Sam Example', 'Sam Example'])
  })

  test('is confirmed by no guess that is typed afterwards', async () => {
    await protect('dana')
    await give('housing', 'Faye', 'Walker')
    expect(await reads('tom')).toEqual(['Faye Walker', 'Sam Example', 'Sam Example'])
    await place.look(`delete from person_name where agency_id = $1 and given = 'Faye'`, [
      place.agencies.housing,
    ])
  })

  test('set by an agency that has nothing to do with a name leaves it to the others', async () => {
    await protect('tom')
    expect(await reads('priya')).toEqual(['Fay Walker', 'Faye Walker', 'Sam Example'])
    expect(await reads('dana')).toEqual(['Fay Walker', 'Faye Walker'])
    expect(await reads('tom')).toEqual(['Sam Example'])
  })

  test('is told to the custodian alone, who can undo it', async () => {
    await protect('tom')
    const told = (who: Worker) =>
      place.as(who, ({ db }) => db.notice.findMany({ select: { kind: true } }))
    expect(await told('cass')).toEqual([{ kind: 'act-done' }])
    for (const who of ['priya', 'mo', 'dana'] as const) expect(await told(who), who).toEqual([])
    const [act] = await place.as('cass', (scope) => listActs(scope, true))
    expect(act).toMatchObject({ kind: 'protect-name', by: 'tom' })
    await place.as('cass', (scope) => undoAct(scope, { actId: act?.id ?? '', sure: true }))
    expect(await reads('dana')).toHaveLength(4)
    expect(await place.as('cass', (scope) => listActs(scope, true))).toEqual([])
  })
})
