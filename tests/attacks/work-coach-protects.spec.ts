import type { Page } from '@playwright/test'
import { ask, askOne, rolesInForce } from '@/tests/support/pages/database'
import { dayIn } from '@/tests/support/pages/forms/arrange'
import { answered, type Typed } from '@/tests/support/pages/forms/read-forms'
import { Session, type Answer } from '@/tests/support/pages/forms/session'
import { expect, test } from '@/tests/support/pages/journey'

// What one worker takes from everybody else by what protects: an objection, whereabouts. It holds
// at once, is told to those who lose by it, takes nobody's own entries, and can be undone.
const tom = 'tom.reilly@jobcentre.example'
const custodian = 'shelley.oakley@partnership-desk.example'

type Other = { person: string; email: string; agency: string }

/** Somebody of Tom's with a named worker of another agency, who wrote an address there. */
const shared = () =>
  askOne<Other>(
    `select i.person_id as person, u.email, o.agency_id as agency
     from involvement i join membership_team mt on mt.team_id = i.team_id
     join ${rolesInForce} m on m.id = mt.membership_id
     join app_user t on t.id = m.user_id and t.email = '${tom}'
     join involvement_worker w on w.person_id = i.person_id and w.agency_id <> i.agency_id
       and (w.ends_on is null or w.ends_on > current_date)
     join involvement wi on wi.id = w.involvement_id and wi.ends_on is null
     join app_user u on u.id = w.user_id and u.ended_at is null
     join ${rolesInForce} o on o.user_id = u.id and o.role = 'practitioner'
       and o.agency_id = w.agency_id
     join team ot on ot.id = wi.team_id and ot.function not in ('enforcement', 'benefit_decision')
     join address a on a.person_id = i.person_id and a.agency_id = w.agency_id
     where i.ends_on is null and (select count(*) from membership x where x.user_id = u.id) = 1
       and not exists (select 1 from person_access x where x.person_id = i.person_id and x.held)
       and not exists (select 1 from death d where d.person_id = i.person_id)
       and not exists (select 1 from protected_whereabouts p where p.person_id = i.person_id)
     order by i.person_id limit 1`,
  )

async function send(session: Session, path: string, button: string, typed: Typed): Promise<Answer> {
  const { page } = await session.open(path)
  const form = page.forms.find((one) => one.button.startsWith(button))
  if (!form) throw new Error(`No form ${button} at ${path}: ${page.heading}`)
  return session.post(path, answered(form, typed).entries)
}

const signedIn = async (page: Page, ...emails: string[]) => {
  const sessions: Session[] = []
  for (const email of emails) sessions.push(await Session.of(page, email))
  return sessions as [Session, Session, Session]
}

test('an objection is told to those whose entries it holds back, and the custodian can lift it', async ({
  page,
}) => {
  const { person, email, agency } = await shared()
  const [coach, other, keeper] = await signedIn(page, tom, email, custodian)
  const sharing = `/people/${person}/sharing`
  expect((await other.open(sharing)).page.text).not.toContain('An objection is recorded')
  const said = await send(coach, `${sharing}/choice`, 'Save what they said', {
    kind: 'objection',
    ...dayIn('saidOn', -1),
    how: 'At the window',
    keptTo: 'yes',
  })
  expect(said.goesTo).toContain(sharing)
  const { page: told } = await other.open(sharing)
  expect(told.text).toContain('An objection is recorded')
  expect(told.text).not.toContain('At the window')
  const act = await askOne<{ id: string }>(
    `select id from taking_away where person_id = $1 and for_agency_id = $2 and kind = 'objection'`,
    [person, agency],
  )
  const at = `/waiting/${act.id}`
  for (const who of [coach, other]) expect((await who.open(at)).status).toBe(404)
  const empty = await send(keeper, at, 'Save your answer', { decision: 'decline', answer: '' })
  expect(empty.page.text).toContain('Say which duty')
  const why = { decision: 'decline', answer: 'A court order' }
  expect((await send(keeper, at, 'Save your answer', why)).goesTo).toContain('answered')
  expect((await other.open(sharing)).page.text).toContain('It does not hold for what your agency')
  await send(keeper, at, 'Undo it now', { sure: 'on' })
  expect((await other.open(sharing)).page.text).toContain('until your manager or the custodian')
})

test('protecting whereabouts takes no agency’s own address, and hinders none', async ({ page }) => {
  const { person, email, agency } = await shared()
  const [coach, other, keeper] = await signedIn(page, tom, email, custodian)
  const sharing = `/people/${person}/sharing`
  const protect = (who: Session) =>
    send(who, `${sharing}/whereabouts`, 'Protect now', {
      reason: 'Somebody is looking for them',
      ...dayIn('reviewOn', 30),
    })
  const own = await ask<{ lines: string }>(
    `select split_part(lines, E'\\n', 1) as lines from address where person_id = $1 and agency_id = $2`,
    [person, agency],
  )
  const shown = async () => {
    const { page: details } = await other.open(`/people/${person}/details`)
    return own.filter(({ lines }) => details.text.includes(lines))
  }
  const before = await shown()
  expect(before.length).toBeGreaterThan(0)
  expect((await protect(coach)).goesTo).toContain('saved=whereabouts')
  expect(await shown()).toEqual(before)
  expect((await other.open(sharing)).page.text).toContain('Protected by another service')
  expect((await protect(other)).goesTo).toContain('saved=whereabouts')
  const act = await askOne<{ id: string }>(
    `select a.id from taking_away a join app_user u on u.id = a.asked_by
     where a.person_id = $1 and a.kind = 'protect-whereabouts' and u.email = '${tom}'`,
    [person],
  )
  const { page: seen } = await keeper.open(`/waiting/${act.id}`)
  expect(seen.text).toContain('Tom Reilly')
  await send(keeper, `/waiting/${act.id}`, 'Undo it now', { sure: 'on' })
  const left = await ask<{ agency: string }>(
    `select agency_id as agency from protected_whereabouts
     where person_id = $1 and ended_at is null`,
    [person],
  )
  expect(left).toEqual([{ agency }])
  await ask('update protected_whereabouts set ended_at = now() where person_id = $1', [person])
})
