import type { Page } from '@playwright/test'
import { ask, askOne, rolesInForce } from '@/tests/support/pages/database'
import { answered, type Typed } from '@/tests/support/pages/forms/read-forms'
import { Session, type Answer } from '@/tests/support/pages/forms/session'
import { dayIn } from '@/tests/support/pages/forms/arrange'
import { expect, test } from '@/tests/support/pages/journey'

// What one worker could take from another agency: its worker by a bar, its work by a death, its
// name by a change. Asked over HTTP, with ids that no form offered.
const priya = 'priya.shah@probation.example'
const custodian = 'shelley.oakley@partnership-desk.example'

type Shared = { person: string; user: string; email: string }

/** People of Priya's with a named worker of another agency, who works there alone. */
const shared = () =>
  ask<Shared>(
    `select distinct on (u.id) i.person_id as person, u.id as user, u.email
     from involvement i join membership_team mt on mt.team_id = i.team_id
     join ${rolesInForce} m on m.id = mt.membership_id and m.role = 'practitioner'
     join app_user p on p.id = m.user_id and p.email = '${priya}'
     join involvement_worker w on w.person_id = i.person_id and w.agency_id <> i.agency_id
       and (w.ends_on is null or w.ends_on > current_date)
     join app_user u on u.id = w.user_id and u.ended_at is null
     where i.ends_on is null and (select count(*) from membership o where o.user_id = u.id) = 1
       and not exists (select 1 from person_access a where a.person_id = i.person_id and a.held)
       and not exists (select 1 from death d where d.person_id = i.person_id)
       and not exists (select 1 from person_name n
         where n.person_id = i.person_id and n.family in ('Okafor', 'Vellichor'))
     order by u.id, i.person_id limit 12`,
  )

/** Fills in the form of this button as it came, and sends it. */
async function send(session: Session, path: string, button: string, typed: Typed): Promise<Answer> {
  const { page } = await session.open(path)
  const form = page.forms.find((one) => one.button.startsWith(button))
  if (!form) throw new Error(`No form ${button} at ${path}: ${page.heading}`)
  return session.post(path, answered(form, typed).entries)
}

/** The first of Priya's people for whom her form offers that worker: the bar waits. */
async function barOne(page: Page) {
  const session = await Session.of(page, priya)
  for (const one of await shared()) {
    const sharing = `/people/${one.person}/sharing`
    const typed = { userId: one.user, reason: 'related' }
    const answer = await send(session, `${sharing}/conflict`, 'Bar them', typed)
    if (answer.goesTo?.endsWith('saved=waits')) return { ...one, session, sharing }
    expect(answer.page.alert).toContain('Choose somebody from the list')
  }
  throw new Error('Nobody of another agency is known to her')
}

const newestAct = (person: string) =>
  askOne<{ id: string }>(
    'select id from taking_away where person_id = $1 order by asked_at desc limit 1',
    [person],
  )

test('another agency’s worker is barred by nobody alone', async ({ page }) => {
  const { person, email, session, sharing } = await barOne(page)
  const target = await Session.of(page, email)
  const opens = async () => (await target.open(`/people/${person}`)).status
  expect(await opens()).toBe(200)
  expect((await session.open(sharing)).page.text).toContain('has not answered yet')
  const act = `/waiting/${(await newestAct(person)).id}`
  // Whoever asked sees it, to take it back; whom it is about sees nothing of it.
  expect((await session.open(act)).page.forms.map(({ button }) => button)).toContain('Take it back')
  expect((await target.open(act)).status).toBe(404)
  expect((await target.open('/waiting')).page.links).not.toContain(act)

  const decides = await Session.of(page, custodian)
  const { page: asked } = await decides.open(act)
  for (const words of ['Priya Shah', 'They are related']) expect(asked.text).toContain(words)
  await send(decides, act, 'Save your answer', { decision: 'agree' })
  expect(await opens()).toBe(404)
  await send(decides, act, 'Undo it now', { sure: 'on' })
  expect(await opens()).toBe(200)
})

test('a death recorded by one agency ends no other agency’s work', async ({ page }) => {
  const { person, email, session, sharing } = await barOne(page)
  const target = await Session.of(page, email)
  const work = () =>
    ask(
      `select agency_id from involvement where person_id = $1 and ends_on is null order by agency_id`,
      [person],
    )
  const before = await work()
  const answer = await send(session, `${sharing}/death`, 'Record it', {
    source: 'His brother',
    confirmedBy: 'Nobody',
    sure: 'on',
  })
  expect(answer.goesTo).toMatch(/saved=death/)
  expect(await work()).toHaveLength(before.length - 1)
  const { page: seen } = await target.open(`/people/${person}`)
  expect(seen.text).toContain('not confirmed')
  expect(seen.text).not.toContain('Priya')
  await send(session, `${sharing}/death/undo`, 'Undo it now', { sure: 'on' })
  expect(await work()).toEqual(before)
})

test('limited access: no custodian is taken off, no officer put on, no end without a second word', async ({
  page,
}) => {
  const { person, email, session, sharing } = await barOne(page)
  const limit = { reason: 'Somebody is looking for them', ...dayIn('reviewOn', 30) }
  const set = await send(session, `${sharing}/limited`, 'Limit access now', limit)
  expect(set.goesTo).toMatch(/saved=limited/)
  const outside = await askOne<{ id: string }>(
    `select m.user_id as id from ${rolesInForce} m join membership_team mt on mt.membership_id = m.id
     join team t on t.id = mt.team_id and t.function in ('enforcement', 'benefit_decision')
     join app_user u on u.id = m.user_id and u.ended_at is null limit 1`,
  )
  const keeper = await askOne<{ id: string }>(
    'select custodian_id as id from limited_access where person_id = $1 and ended_at is null',
    [person],
  )
  const names = `${sharing}/limited/names`
  const why = { reason: 'Why not' }
  const put = { change: 'add', add: outside.id, remove: '', ...why }
  expect((await send(session, names, 'Change it', put)).page.alert).toContain('from the list')
  const off = { change: 'remove', add: '', remove: keeper.id, ...why }
  expect((await send(session, names, 'Change it', off)).page.alert).toMatch(
    /custodian|from the list/,
  )
  const end = await send(session, `${sharing}/limited/end`, 'End it', { ...why, sure: 'on' })
  expect(end.goesTo).toMatch(/saved=waits/)
  const named = await ask(
    'select 1 from limited_access where person_id = $1 and ended_at is null',
    [person],
  )
  expect(named).toHaveLength(1)
  expect((await (await Session.of(page, email)).open(`/people/${person}`)).status).toBe(200)
  await ask('update limited_access set ended_at = now() where person_id = $1', [person])
})
