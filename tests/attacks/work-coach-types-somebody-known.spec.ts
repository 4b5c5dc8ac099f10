import { ask, askOne } from '@/tests/support/pages/database'
import { answered, type Typed } from '@/tests/support/pages/forms/read-forms'
import { Session } from '@/tests/support/pages/forms/session'
import { readers } from '@/tests/support/pages/hidden-givers'
import { expect, test } from '@/tests/support/pages/journey'
import { shown } from '@/tests/support/pages/shown'

// What a work coach would learn: what another agency knows of somebody whom his does not work with,
// by typing who they are.
type Known = {
  person: string
  agency: string
  given: string
  family: string
  year: number
  month: number
  day: number
  type: string
  value: string
}

/** Somebody whom one other agency alone knows, by name, birth and a number. */
const somebody = (agency: string) =>
  askOne<Known>(
    `select r.person_id as person, a.name as agency, n.given, n.family, b.year, b.month, b.day,
       i.type, i.value
     from record r join agency a on a.id = r.agency_id
     join person_name n on n.record_id = r.id and n.used_until is null and n.kind = 'legal'
     join birth b on b.record_id = r.id and b.ended_on is null and b.day is not null
       and not b.estimated
     join identifier i on i.record_id = r.id and i.type in ('nino', 'nhs') and i.ended_on is null
     where r.agency_id <> $1 and a.kind <> 'partnership' and r.closed_at is null
       and not exists (select 1 from record o where o.person_id = r.person_id and o.id <> r.id)
       and not exists (select 1 from person_name o where o.person_id <> r.person_id
         and o.family = n.family and o.given = n.given)
       and not exists (select 1 from limited_access l where l.person_id = r.person_id)
       and not exists (select 1 from protected_name l where l.person_id = r.person_id)
       and not exists (select 1 from death d where d.person_id = r.person_id)
     order by r.id limit 1`,
    [agency],
  )

async function fill(who: Session, path: string, button: string, typed: Typed) {
  const { page } = await who.open(path)
  const form = page.forms.find((each) => each.button.startsWith(button))
  if (!form) throw new Error(`No ${button} at ${path}: ${page.heading}`)
  return who.post(path, answered(form, typed).entries)
}

test('whoever types who somebody is learns nothing that another agency knows of them', async ({
  page,
}) => {
  test.slow()
  const tom = (await readers()).find(({ name }) => name === 'Tom Reilly')
  if (!tom) throw new Error('Tom is not here')
  const known = await somebody(tom.agency)
  const session = await Session.of(page, tom.email)
  await ask(
    `insert into draft (id, user_id, form, body, saved_at)
     select gen_random_uuid(), id, 'search', jsonb_build_object('q', $2::text), now()
     from app_user where email = $1
     on conflict (user_id, form, subject) do update set body = excluded.body, saved_at = now()`,
    [tom.email, `${known.given} ${known.family}`],
  )
  const added = await fill(session, '/people/new', 'Add this person', {
    ...{ given: known.given, family: known.family, came: 'present', team: tom.teams[0] ?? '' },
    'birth-day': String(known.day),
    'birth-month': String(known.month),
    'birth-year': String(known.year),
  })
  const person = /^\/people\/([0-9a-f-]{36})$/.exec(added.goesTo ?? '')?.[1] ?? ''
  expect(person, added.page.alert).not.toBe('')
  const number = { type: known.type, value: known.value, keep: known.value }
  const typed = await fill(session, `/people/${person}/details/number`, 'Save', number)
  expect(typed.goesTo, typed.page.alert).toContain('saved=fact')
  const before = await shown(session, person)

  // The matching job has looked: the pair waits for a record steward, and nothing was linked.
  const pair = () =>
    ask<{ id: string }>(
      `select c.id from link_candidate c join record a on a.id = c.record_a
       join record b on b.id = c.record_b where $1 in (a.person_id, b.person_id)
         and $2 in (a.person_id, b.person_id)`,
      [person, known.person],
    )
  await expect.poll(async () => (await pair()).length, { timeout: 90_000 }).toBe(1)
  expect(await shown(session, person)).toBe(before)
  expect((await session.open(`/people/${known.person}`)).status).toBe(404)
  const words = await ask<{ word: string }>(
    `select distinct x as word from agency a
     left join team t on t.agency_id = a.id cross join unnest(array[a.name, t.name, t.phone]) x
     where a.name = $1 and x is not null`,
    [known.agency],
  )
  for (const tab of ['', '/details', '/team', '/sharing', '/history']) {
    const source = await session.source(`/people/${person}${tab}`)
    for (const { word } of words)
      expect(tab !== '/sharing' && source.includes(word), `${tab}: ${word}`).toBe(false)
  }
})
