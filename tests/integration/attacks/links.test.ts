import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkAll } from '@/lib/identity/engine/link-all'
import { matchWaiting } from '@/lib/identity/match'
import { keysOf } from '@/lib/people/matching/keys'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import { reviewPlace } from '@/tests/support/review-place'
import { addColleague, csv, takeIn, type Place } from '@/tests/support/transfer'

// A worker of housing types who somebody is whom health alone knows: what would they learn?
const heading = 'Row Ref,Family Name,Given Names,DOB,NHS Number,NINO,CRN,Mobile'
const hers = 'Quattlebaum,Persephone,06/12/1985,9990000050,QQ123456C,X123456,07700 900123'

let place: Awaited<ReturnType<typeof reviewPlace>>
let curious: Place
let nurse: Place
let added: string

beforeAll(async () => {
  place = await reviewPlace()
  curious = await addColleague(place.client, place.housing, 'practitioner')
  nurse = await addColleague(place.client, place.health, 'practitioner')
  await takeIn(place.client, place.worker, place.health, csv(heading, `Z1,${hers}`))
  await place.shareBothWays('identity', 4)
  await place.shareBothWays('housing', 4)
  await linkAll(place.worker, { threads: 0 })
})
afterAll(() => place.close())

const everybodyInCohort = () =>
  place.client.query(
    `insert into cohort_member (id, agreement_id, person_id, agency_id, decided_by, told_on)
     select gen_random_uuid(), a.id, p.id, a.host_agency_id, $1, '2026-01-01' from agreement a, person p
     where not exists (select 1 from cohort_member m where m.person_id = p.id)`,
    [place.desk.user],
  )

const add = async (who: Place, given: string, family: string, birth: string) => {
  const [year, month, day] = birth.split('-').map(Number)
  const facets = facetsFrom({ names: [{ given, family }], births: [birth] })
  const sent = {
    ...{ given, middle: '', family, sortKey: `${family}, ${given}`, norm: `${given} ${family}` },
    ...{ year, month, day, came: 'present', team: who.team, keys: keysOf(facets) },
  }
  const [row] = await place.ask(who, 'select identity.add_person($1) as id', [JSON.stringify(sent)])
  return String(row?.id)
}

const type = (who: Place, person: string, kind: string, value: string) =>
  place.ask(
    who,
    `insert into identifier (id, person_id, type, value, norm, check_state)
     values (gen_random_uuid(), $1, $2, $3, $3, 'ok')`,
    [person, kind, value],
  )

/** Names somebody as the worker of their team's involvement. */
const works = (who: Place, person: string) =>
  place.client.query(
    `insert into involvement_worker (id, person_id, record_id, agency_id, team_id, given_by,
       involvement_id, user_id, worker_name, lead, starts_on)
     select gen_random_uuid(), i.person_id, i.record_id, i.agency_id, i.team_id, $2, i.id, $2, 'W',
       true, '2026-01-01' from involvement i where i.person_id = $1`,
    [person, who.user],
  )

/** All that somebody may read of anybody, a line each. */
const all = async (who: Place) =>
  (
    await place.ask(
      who,
      `select 'name ' || agency_id || given as row from person_name
       union all select 'birth ' || agency_id || coalesce(year, 0) from birth
       union all select 'number ' || agency_id || type || norm from identifier
       union all select 'reach ' || agency_id || norm from reach
       union all select 'work ' || agency_id || team_id from involvement
       union all select 'giver ' || unnest(access.known_givers(id)) from person
       union all select 'page ' || id from person
       union all select 'notice ' || kind from notice order by 1`,
    )
  ).map(({ row }) => String(row))

const ofHealth = (lines: string[]) => lines.filter((line) => line.includes(place.health.agency))

describe('by typing who somebody is, a worker of another agency learns nothing', () => {
  beforeEach(async () => {
    added ||= await add(curious, 'Persephone', 'Quattlebaum', '1985-12-06')
    await everybodyInCohort()
  })

  test('nothing of hers, no notice, no count, and nobody’s page moves', async () => {
    const before = await all(curious)
    const theirs = await all(nurse)
    await type(curious, added, 'nino', 'QQ123456C')
    await type(curious, added, 'nhs', '9990000050')
    const counts = await matchWaiting(place.worker)
    expect(counts.suggested).toBeGreaterThan(0)
    const after = await all(curious)
    expect(ofHealth(after)).toEqual(ofHealth(before))
    expect(ofHealth(after).filter((line) => /Persephone|number|giver|work/.test(line))).toEqual([])
    expect(
      after.filter((line) => !before.includes(line)).map((line) => line.split(' ')[0]),
    ).toEqual(['number', 'number'])
    expect(await all(nurse)).toEqual(theirs)
    const { rows } = await place.client.query(
      `select person_id as person, confirmed, by_hand from record where agency_id = $1
         and origin = 'worker'`,
      [place.housing.agency],
    )
    expect(rows).toEqual([{ person: added, confirmed: true, by_hand: true }])
    // The same of a run over all records.
    await linkAll(place.worker, { threads: 0 })
    expect(await all(curious)).toEqual(after)
    expect(await all(nurse)).toEqual(theirs)
  })

  test('the pair waits for a record steward; then it is as agreed', async () => {
    const [pair] = await place.ask(
      place.desk,
      `select id, one, other from identity.queue(null, 20)
       where (one -> 'names' ->> 0) like '%Persephone%'`,
    )
    expect(JSON.stringify(pair)).not.toMatch(/health|housing|QQ123456C|9990000050/)
    await works(curious, added)
    await place.ask(place.desk, `select identity.decide_pair($1, 'same', 'Seen')`, [pair?.id])
    await everybodyInCohort()
    expect(ofHealth(await all(curious))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('name '),
        expect.stringContaining('number '),
      ]),
    )
    expect(await all(curious)).toContain('notice record-joined')
  })
})

describe('what was typed into a record that came by file', () => {
  test('links nobody, whether added or taken away', async () => {
    await takeIn(
      place.client,
      place.worker,
      place.housing,
      csv(
        heading,
        'A1,Ollerenshaw,Beatrice,02/11/1971,,,,',
        'A2,Zbigniewski,Kazimierz,14/07/1959,,,,',
      ),
    )
    await takeIn(
      place.client,
      place.worker,
      place.health,
      csv(heading, 'B1,Featherstonehaugh,Agnes,23/02/1980,9990000026,QQ123457A,,'),
    )
    await matchWaiting(place.worker)
    const { person } = await place.record('A1')
    await place.ask(
      curious,
      `insert into person_name (id, person_id, given, family, sort_key, norm)
       values (gen_random_uuid(), $1, 'Agnes', 'Featherstonehaugh', 'f', 'f')`,
      [person],
    )
    await place.ask(
      curious,
      `insert into birth (id, person_id, year, month, day)
       values (gen_random_uuid(), $1, 1980, 2, 23)`,
      [person],
    )
    await type(curious, person, 'nino', 'QQ123457A')
    await place.ask(curious, `update birth set ended_on = '2026-01-01' where person_id = $1`, [
      person,
    ])
    const { linked, suggested } = await matchWaiting(place.worker)
    expect(linked).toBe(0)
    expect(suggested).toBeGreaterThan(0)
    expect(await place.together('A1', 'B1')).toBe(false)
    const by = (
      await place.client.query(`select local_ref as ref, by_hand from record
      where local_ref in ('A1', 'A2') order by 1`)
    ).rows
    expect(by).toEqual([
      { ref: 'A1', by_hand: true },
      { ref: 'A2', by_hand: false },
    ])
  })

  test('typed after a run has planned, it makes no link of the plan', async () => {
    await takeIn(place.client, place.worker, place.housing, csv(heading, `P1,${planned}`))
    await takeIn(place.client, place.worker, place.health, csv(heading, `P2,${planned}`))
    const dying: typeof place.worker = {
      ask: (text, values) =>
        text.includes('make_links')
          ? Promise.reject(new Error('killed'))
          : place.worker.ask(text, values),
    }
    await expect(linkAll(dying, { threads: 0 })).rejects.toThrow('killed')
    await type(curious, (await place.record('P1')).person, 'crn', 'X000001')
    await linkAll(place.worker, { threads: 0 })
    expect(await place.together('P1', 'P2')).toBe(false)
  })

  const planned = 'Thistlethwaite,Hieronymus,19/10/1955,9990000077,,,'
})

describe('between two files, until a record steward confirms', () => {
  const both = 'Ramanathapuram,Lakshmi,30/09/1990,9990000042,QQ123458B,X777777,07700 900777'
  test('name, birth and the number that all services hold; no other, no giver', async () => {
    await takeIn(
      place.client,
      place.worker,
      place.housing,
      csv(heading, 'F1,Ramanathapuram,Lakshmi,30/09/1990,9990000042,,,'),
    )
    await takeIn(place.client, place.worker, place.health, csv(heading, `F2,${both}`))
    await everybodyInCohort()
    await matchWaiting(place.worker)
    expect(await place.together('F1', 'F2')).toBe(true)
    const { person } = await place.record('F1')
    const of = (lines: string) => place.ask(curious, lines, [person, place.health.agency])
    expect(await of('select type from identifier where person_id = $1 and agency_id = $2')).toEqual(
      [{ type: 'nino' }],
    )
    expect(
      await of('select given from person_name where person_id = $1 and agency_id = $2'),
    ).toEqual([{ given: 'Lakshmi' }])
    for (const table of ['reach', 'involvement', 'involvement_worker', 'change'])
      expect(await of(`select 1 from ${table} where person_id = $1 and agency_id = $2`)).toEqual([])
    expect(await of('select access.knows_giver($1, $2) as known')).toEqual([{ known: false }])
    const [link] = await place.ask(place.desk, 'select * from identity.links(true, null, 1)')
    expect(JSON.stringify(link)).not.toMatch(/health|housing|phone|07700/)
    await place.ask(place.desk, `select identity.review_link($1, true, 'x')`, [link?.id])
    const types = await of(
      'select type from identifier where person_id = $1 and agency_id = $2 order by type',
    )
    // The service's own number goes to whoever may know that the service is there.
    expect(types.map(({ type }) => type)).toEqual(['nhs', 'nino'])
  })

  test('a steward who confirms one link confirms no other of the same person', async () => {
    const record = await place.record('F1')
    await takeIn(place.client, place.worker, place.desk, csv(heading, `F3,${both}`))
    await matchWaiting(place.worker)
    expect(await place.together('F1', 'F3')).toBe(true)
    const sure = async () =>
      (
        await place.client.query(
          `select local_ref as ref, confirmed as sure from record where person_id = $1 order by 1`,
          [(await place.record('F1')).person],
        )
      ).rows
    expect(record.person).toBe((await place.record('F1')).person)
    expect(await sure()).toEqual([
      { ref: 'F1', sure: true },
      { ref: 'F2', sure: true },
      { ref: 'F3', sure: false },
    ])
  })
})

test('whose record is joined is told, and who had looked is told when it was a mistake', async () => {
  const told = async (who: Place) =>
    (await place.ask(who, 'select kind from notice order by made_at')).map(({ kind }) => kind)
  const row = 'Wojciechowska,Bronislawa,11/08/1963,9990000069,,,'
  await takeIn(place.client, place.worker, place.housing, csv(heading, `J1,${row}`))
  await place.client.query('delete from notice')
  const { person } = await place.record('J1')
  await works(curious, person)
  await takeIn(place.client, place.worker, place.health, csv(heading, `J2,${row}`))
  await everybodyInCohort()
  await matchWaiting(place.worker)
  expect(await place.together('J1', 'J2')).toBe(true)
  expect(await told(curious)).toEqual(['record-joined'])
  // Where nothing of the other record may be read, nothing is said of it.
  await place.client.query(`update agreement_term set level = 1 where category = 'identity'`)
  expect(await told(curious)).toEqual([])
  await place.client.query(`update agreement_term set level = 4 where category = 'identity'`)
  // The page's address leads on, for those who may open it.
  const now = (await place.record('J1')).person
  if (now !== person) {
    const [led] = await place.ask(curious, 'select access.where_now($1) as at', [person])
    expect(led).toEqual({ at: now })
    const [others] = await place.ask(place.desk, 'select access.where_now($1) as at', [person])
    expect(others).toEqual({ at: null })
  }
  await place.ask(curious, `select access.open_person($1, 'details')`, [now])
  const [link] = await place.ask(place.desk, 'select id from identity.links(true, null, 1)')
  // Closed for a while (a password was set by a link), they are told when they are back.
  const closed = (since: string) =>
    place.client.query(`update membership set waits_since = ${since} where user_id = $1`, [
      curious.user,
    ])
  await closed('now()')
  await place.ask(place.desk, `select identity.review_link($1, false, 'Two people')`, [link?.id])
  await closed('null')
  expect(await told(curious)).toEqual(['record-parted'])
})
