import type { Page } from '@playwright/test'
import { ask, askOne } from '@/tests/support/pages/database'
import { answered, type Typed } from '@/tests/support/pages/forms/read-forms'
import { Session, type Answer } from '@/tests/support/pages/forms/session'
import { expect, test } from '@/tests/support/pages/journey'

// The host's administrator, curious about people: by making himself a worker, by making one who
// does not exist, by a colleague's account. Nothing opens without somebody else.
const daniel = 'daniel.asmelash@partnership-desk.example'
const officer = 'slawomir.gajewski@partnership-desk.example'
const password = 'three words together'
const waits = /second person at your agency has to say that it is you/

async function fill(who: Session, path: string, button: string, typed: Typed): Promise<Answer> {
  const { page } = await who.open(path)
  const form = page.forms.find((each) => each.button.startsWith(button))
  if (!form) throw new Error(`No ${button} at ${path}: ${page.heading}`)
  return who.post(path, answered(form, typed).entries)
}

/** Makes a link for a user, as their administrator, and sets a password by it oneself. */
async function takeAccount(page: Page, administrator: Session, user: string): Promise<void> {
  const at = `/admin/users/${user}`
  const { page: drawn } = await administrator.open(at)
  const make = drawn.forms.find(({ button }) => /^(Make an invitation|Reset)/.test(button))
  const shown = await administrator.post(at, make?.entries ?? [])
  const [path] = /\/set-password\/[\w-]{43}/.exec(shown.page.text) ?? []
  expect(path, 'a link').toBeDefined()
  const set = { password, again: password }
  const done = await fill(new Session(page, ''), path ?? '', 'Save password', set)
  expect(done.goesTo).toMatch(/^\/sign-in/)
}
const signIn = (page: Page, email: string) =>
  fill(new Session(page, ''), '/sign-in', 'Sign in', { email, password })

const team = async () =>
  (
    await askOne<{ id: string }>(
      `select t.id from team t join agency a on a.id = t.agency_id and a.kind = 'partnership'
       where t.ended_at is null limit 1`,
    )
  ).id
const userId = async (email: string) =>
  (await askOne<{ id: string }>('select id from app_user where email = $1', [email])).id

test('he gives himself no role that opens people', async ({ page }) => {
  const session = await Session.of(page, daniel)
  const me = await userId(daniel)
  for (const role of ['manager', 'limited', 'officer', 'custodian']) {
    const typed = { role, teams: [await team()] }
    const answer = await fill(session, `/admin/users/${me}/roles/new`, 'Add role', typed)
    expect(answer.goesTo, role).toBeNull()
    expect(answer.page.alert).toContain('Nobody gives themselves a role that opens people')
  }
})

test('a worker he invents signs in when somebody else knows them, and not before', async ({
  page,
}) => {
  const session = await Session.of(page, daniel)
  const email = `vesper.${Date.now()}@desk.example`
  const typed = { name: 'Vesper Quill', email, role: 'practitioner', teams: [await team()] }
  const added = await fill(session, '/admin/users/new', 'Add user', typed)
  const user = /\/admin\/users\/([0-9a-f-]+)/.exec(added.goesTo ?? '')?.[1] ?? ''
  await takeAccount(page, session, user)
  const refused = await signIn(page, email)
  expect(refused.goesTo).toBeNull()
  expect(refused.page.alert).toMatch(waits)
  // It does not wait for him, by any page.
  const { id: offer } = await askOne<{ id: string }>(
    'select id from role_offer where user_id = $1',
    [user],
  )
  const { page: list } = await session.open('/roles/waiting')
  expect(list.text).toContain('No role waits for you.')
  expect(list.text).toContain('No account waits for you.')
  const { page: his } = await session.open(`/roles/waiting/${offer}`)
  expect(his.forms.filter((form) => form.button.startsWith('Save'))).toEqual([])
  expect((await session.open(`/roles/waiting/account/${user}`)).status).toBe(404)

  const second = await Session.of(page, officer)
  expect((await second.open('/')).page.text).toContain('waits for a second person')
  const agreed = await fill(second, `/roles/waiting/${offer}`, 'Save', { answer: 'agree' })
  expect(agreed.goesTo).toBe('/roles/waiting?done=agreed')
  expect((await signIn(page, email)).goesTo).toBe('/')
})

test('a colleague’s account, taken by a reset, opens none of her roles', async ({ page }) => {
  const email = `willow.${Date.now()}@desk.example`
  const { id: user } = await askOne<{ id: string }>(
    `with u as (insert into app_user (id, name, email)
         values (gen_random_uuid(), 'Willow Quill', $1) returning id),
       c as (insert into credential (user_id, salt, params, verifier)
         select id, 'a', '{}', 'b' from u)
     insert into membership (id, user_id, agency_id, role, starts_at)
     select gen_random_uuid(), u.id, a.id, case a.kind when 'partnership' then 'steward'
         else 'officer' end, case a.kind when 'partnership' then '2020-01-01' else '2021-01-01' end
         ::timestamptz
     from u, agency a where a.kind in ('partnership', 'probation') returning user_id as id`,
    [email],
  )
  const session = await Session.of(page, daniel)
  await takeAccount(page, session, user)
  const refused = await signIn(page, email)
  expect(refused.goesTo).toBeNull()
  expect(refused.page.alert).toMatch(waits)

  // Her colleague says that it is she: her role here is open; the one with Probation is not.
  const second = await Session.of(page, officer)
  const said = await fill(second, `/roles/waiting/account/${user}`, 'Say', { sure: 'on' })
  expect(said.goesTo).toBe('/roles/waiting?done=known')
  expect((await signIn(page, email)).goesTo).toBe('/')
  const open = await ask<{ kind: string }>(
    `select a.kind from membership m join agency a on a.id = m.agency_id
     where m.user_id = $1 and m.waits_since is null`,
    [user],
  )
  expect(open).toEqual([{ kind: 'partnership' }])
  const told = await ask(
    `select 1 from notice n join membership m on m.user_id = n.user_id and m.role = 'administrator'
     join agency a on a.id = m.agency_id and a.kind = 'probation'
     where n.subject_id = $1 and n.kind = 'password-elsewhere'`,
    [user],
  )
  expect(told.length).toBeGreaterThan(0)
})
