import { ask, rolesInForce } from '@/tests/support/pages/database'
import { confirmingErrands } from '@/tests/support/pages/forms/confirming-errands'
import { Session } from '@/tests/support/pages/forms/session'
import { hiddenGivers, type Reader } from '@/tests/support/pages/hidden-givers'
import { expect, test } from '@/tests/support/pages/journey'

// What lists would tell: that a service is in somebody's life, by its name or a worker's, in what
// waits for a manager or a worker, and in a steward's queue.

/** Somebody in a role, with all the teams of their agency, as one reader. */
const inRole = (role: string) =>
  ask<Reader>(
    `select distinct on (m.agency_id) m.id as membership, m.agency_id as agency, u.name, u.email,
       array(select id::text from team where agency_id = m.agency_id) as teams,
       array(select distinct i.person_id::text from involvement i where i.agency_id = m.agency_id
         and i.ends_on is null and not exists (select 1 from limited_access l
           where l.person_id = i.person_id) order by 1 limit 60) as people
     from membership m join ${rolesInForce} r on r.id = m.id
     join app_user u on u.id = m.user_id and u.ended_at is null
     where m.role = $1 and (select count(*) from membership o where o.user_id = u.id) = 1
     order by m.agency_id, u.id`,
    [role],
  )

/** Names by which this page tells of a service that this reader may not know of. */
async function tells(session: Session, reader: Reader, person: string, path: string) {
  const source = (await session.source(path)).replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
  const hidden = await hiddenGivers(reader, person)
  return hidden.flatMap(({ agency, words }) =>
    words.filter((word) => source.includes(word)).map((word) => `${path} tells ${agency}: ${word}`),
  )
}

test('what waits for a manager names no service that they may not know of', async ({ page }) => {
  test.slow()
  let met = 0
  const found: string[] = []
  for (const manager of await inRole('manager')) {
    for (const person of manager.people) {
      const [hidden] = await hiddenGivers(manager, person)
      if (!hidden) continue
      const [act] = await ask<{ id: string }>(
        `insert into taking_away (id, person_id, kind, reason, agency_id, asked_by, for_agency_id,
           target_id)
         select gen_random_uuid(), $1, 'bar', 'They are neighbours', a.id, w.user_id, $3, t.user_id
         from agency a join lateral (select user_id from membership where agency_id = a.id
             and ends_at is null limit 1) w on true
         join lateral (select user_id from membership where agency_id = $3
             and role = 'practitioner' and ends_at is null limit 1) t on true
         where a.name = $2 returning id`,
        [person, hidden.agency, manager.agency],
      )
      if (!act) continue
      const session = await Session.of(page, manager.email)
      // Who would ask is not theirs to know, so neither is what they ask: the custodian answers.
      expect((await session.open(`/waiting/${act.id}`)).status, manager.email).toBe(404)
      found.push(...(await tells(session, manager, person, '/waiting')))
      met += 1
      await ask('delete from taking_away where id = $1 returning 1', [act.id])
      break
    }
  }
  expect(met).toBeGreaterThan(0)
  expect(found).toEqual([])
})

test('a word that waits names no service that its giver may not know of', async ({ page }) => {
  const managers = await inRole('manager')
  const ann = managers.find(({ email }) => email === 'ann.mason@housing-first.example')
  if (!ann) throw new Error('Ann is not here')
  // Not the one that the errand of every-form.spec.ts answers meanwhile.
  const first = confirmingErrands[0]?.cases[0]?.needs?.word ?? ''
  const [word] = await ask<{ id: string }>(first.replace('order by m.id ', 'order by m.id desc '))
  const [placed] = await ask<{ person: string }>(
    'select person_id as person from cohort_member where id = $1',
    [word?.id],
  )
  const session = await Session.of(page, ann.email)
  const found: string[] = []
  for (const path of ['/waiting', `/waiting/words/${word?.id ?? ''}`])
    found.push(...(await tells(session, ann, placed?.person ?? '', path)))
  expect(found).toEqual([])
})

test('a steward’s queue names no service that the agency may not know of', async ({ page }) => {
  test.slow()
  let met = 0
  const found: string[] = []
  for (const steward of await inRole('steward')) {
    const session = await Session.of(page, steward.email)
    for (const list of ['', '?list=links', '?list=standing']) {
      const { page: shown } = await session.open(`/identity${list}`)
      const paths = shown.links.filter((link) => /^\/identity\/(links\/)?[0-9a-f-]{36}$/.test(link))
      for (const path of [...new Set(paths)].slice(0, 4)) {
        const id = path.split('/').at(-1)
        const people = await ask<{ person: string }>(
          `select distinct r.person_id as person from record r where r.id in (
             select unnest(array[record_a, record_b]) from link_candidate where id = $1
             union select unnest(array[record_id, (evidence ->> 'with')::uuid]) from link_event
             where id = $1)`,
          [id],
        )
        met += 1
        // Either person may let it be known: what both hide is told by neither.
        const told = await Promise.all(
          people.map(({ person }) => tells(session, steward, person, path)),
        )
        const [first = [], ...others] = told
        found.push(...first.filter((line) => others.every((lines) => lines.includes(line))))
      }
    }
  }
  expect(met).toBeGreaterThan(3)
  expect(found).toEqual([])
})
