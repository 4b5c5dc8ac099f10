import { ask, rolesInForce } from '@/tests/support/pages/database'
import { answered } from '@/tests/support/pages/forms/read-forms'
import { Session } from '@/tests/support/pages/forms/session'
import { expect, test } from '@/tests/support/pages/journey'

// What somebody would learn: which of the people they work with lives at an address, has a number
// or has changed her name, by trying it in the search box beside what they know.

test.setTimeout(300_000)

type Secret = { person: string; email: string; typed: string; wrong: string; known: string }

/** Where protected people live and how they are reached, each with a worker who is not told. */
const secrets = () =>
  ask<Secret>(
    `select distinct on (p.person_id, u.email, f.typed) p.person_id as person, u.email, f.typed,
       f.wrong, b.year::text as known
     from protected_whereabouts p
     -- Theirs alone: a neighbour who is not protected is found.
     join lateral (select a.postcode as typed, 'ZE3 9JZ' as wrong from address a
         where a.person_id = p.person_id and a.postcode is not null and not exists (
           select 1 from address o where o.postcode = a.postcode and o.person_id <> a.person_id)
       union select r.norm, '07700 900999' from reach r
         where r.person_id = p.person_id and r.kind <> 'email' and not exists (
           select 1 from reach o where o.norm = r.norm and o.person_id <> r.person_id)) f on true
     join lateral (select year from birth b where b.person_id = p.person_id and b.ended_on is null
       and b.year is not null limit 1) b on true
     join person_access a on a.person_id = p.person_id and a.ground = 'involvement' and not a.held
       and (a.ends_at is null or now() < a.ends_at)
     join membership_team mt on a.viewer = 't:' || mt.team_id
     join ${rolesInForce} m on m.id = mt.membership_id and m.role = 'practitioner' and m.ends_at is null
     join app_user u on u.id = m.user_id and u.ended_at is null
     where p.ended_at is null and not exists (select 1 from protected_whereabouts_team x
         where x.protected_whereabouts_id = p.id and x.team_id = mt.team_id)
       and (select count(*) from membership o where o.user_id = u.id) = 1
     order by p.person_id, u.email, f.typed limit 400`,
  )

/** The page People, also where many work at once and it says first that it is busy. */
async function people(session: Session) {
  for (let turn = 0; ; turn += 1) {
    const answer = await session.open('/people')
    const isBusy = answer.status >= 500 || answer.goesTo?.includes('/busy')
    if (!isBusy || turn === 10) return answer
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
}

/** What People says of a search: the results alone, without the words that were typed. */
async function said(session: Session, typed: string): Promise<string> {
  const { page } = await people(session)
  const box = page.forms.find(({ entries }) => entries.some(([name]) => name === 'q'))
  if (!box) throw new Error('There is no search box')
  await session.post('/people', answered(box, { q: typed }).entries)
  const { page: found } = await people(session)
  const from = found.text.search(/Nobody you work with matches|\d+ you work with/)
  expect(from, `a search is answered: ${typed}`).toBeGreaterThanOrEqual(0)
  const until = found.text.indexOf('Ask whether another agency', from)
  return found.text.slice(from, until).replaceAll(typed, '…')
}

test('a refuge’s postcode with a year of birth says what a wrong one says', async ({ page }) => {
  const all = await secrets()
  expect(all.length).toBeGreaterThan(2)
  // One worker of each person, and each fact of hers.
  const one = new Map(all.map(({ person, email }) => [person, email]))
  const tried = all.filter(({ person, email }) => one.get(person) === email).slice(0, 4)
  for (const { email, typed, wrong, known } of tried) {
    const session = await Session.of(page, email)
    const right = await said(session, `${typed} ${known}`)
    expect(right, `${email}: ${typed} ${known}`).toBe(await said(session, `${wrong} ${known}`))
    expect(await said(session, typed), `${email}: ${typed}`).toMatch(/^Nobody you work with/)
  }
})

test('a search is over when its session is', async ({ page }) => {
  const [first] = await secrets()
  const email = first?.email ?? ''
  const before = await Session.of(page, email)
  expect(await said(before, 'Zebedee')).toMatch(/^Nobody you work with/)
  const after = await Session.of(page, email)
  const { page: again } = await people(after)
  expect(again.text).not.toContain('Zebedee')
})

test('past the hour’s searches the page says so, in words', async ({ page }) => {
  const email = (await secrets()).at(-1)?.email ?? ''
  const session = await Session.of(page, email)
  await said(session, 'Zebedee')
  await ask(
    `insert into audit_event (kind, actor_id, row_hash) select 'search-own', u.id, '\\x00'
     from app_user u, generate_series(1, 200) where u.email = $1`,
    [email],
  )
  const { status, page: full } = await people(session)
  expect(status).toBe(200)
  expect(full.text).toContain('a lot of searches in an hour')
  await ask(
    `delete from audit_event where kind = 'search-own' and actor_id = (select id from app_user where email = $1)`,
    [email],
  )
})
