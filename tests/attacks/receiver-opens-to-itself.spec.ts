import { ask, askOne } from '@/tests/support/pages/database'
import { answered, type Typed } from '@/tests/support/pages/forms/read-forms'
import { Session } from '@/tests/support/pages/forms/session'
import { dayIn } from '@/tests/support/pages/forms/arrange'
import { hiddenGivers, type Reader } from '@/tests/support/pages/hidden-givers'
import { shown } from '@/tests/support/pages/shown'
import { expect, test } from '@/tests/support/pages/journey'

// What somebody would learn: what other agencies hold about a person they work with, by writing
// down themselves that the person agreed, or is in a cohort.
test.setTimeout(300_000)

async function send(session: Session, path: string, button: string, typed: Typed) {
  const { page } = await session.open(path)
  const form = page.forms.find((one) => one.button.startsWith(button))
  if (!form) throw new Error(`No form ${button} at ${path}: ${page.heading}`)
  return session.post(path, answered(form, typed).entries)
}

type Receiver = { person: string; email: string; agreement: string; giver: string }

/**
 * Somebody who works with a person whom nobody has put into a cohort, and a giver of the agreement
 * who works with the person too and gives to the reader's team.
 */
const receiver = (consent: boolean) =>
  askOne<Receiver>(
    `select i.person_id as person, u.email, t.agreement_id as agreement,
       (select g.email from membership s join app_user g on g.id = s.user_id and g.ended_at is null
         join membership_team x on x.membership_id = s.id and x.team_id = o.team_id
         where s.role = 'practitioner' and s.ends_at is null
           and (select count(*) from membership y where y.user_id = g.id) = 1 limit 1) as giver
     from agreement_term t join receiver_group_team rg on rg.group_id = t.group_id
     join involvement i on i.team_id = rg.team_id and i.ends_on is null
     join involvement o on o.person_id = i.person_id and o.agency_id = t.giver_agency_id
       and o.ends_on is null and o.agency_id <> i.agency_id
     join membership_team mt on mt.team_id = i.team_id
     join membership m on m.id = mt.membership_id and m.role = 'practitioner' and m.ends_at is null
     join app_user u on u.id = m.user_id and u.ended_at is null
     join team on team.id = i.team_id and team.function not in ('enforcement', 'benefit_decision')
     where t.on_consent = $1 and (select count(*) from membership y where y.user_id = u.id) = 1
       and not exists (select 1 from person_access a where a.person_id = i.person_id and a.held)
       and not exists (select 1 from conflict c where c.person_id = i.person_id)
       and not exists (select 1 from death d where d.person_id = i.person_id)
       and not exists (select 1 from protected_name p where p.person_id = i.person_id)
       and not exists (select 1 from record r where r.person_id = i.person_id and not r.confirmed)
       and not exists (select 1 from birth b where b.person_id = i.person_id and b.year > 2005)
       and not exists (select 1 from choice c where c.person_id = i.person_id)
       and exists (select 1 from membership_team x join membership s on s.id = x.membership_id
         where x.team_id = o.team_id and s.role = 'practitioner' and s.ends_at is null)
       and exists (select 1 from cohort_member c where c.person_id = i.person_id
         and c.agreement_id = t.agreement_id and c.ends_at is null) = $1
     order by i.person_id, u.email limit 1`,
    [consent],
  )

/** The names of agencies that this reader may not know of stand on none of these pages. */
async function namesNobody(reader: Reader, session: Session, person: string, paths: string[]) {
  const hidden = await hiddenGivers(reader, person)
  for (const path of paths) {
    const source = await session.source(path)
    for (const { words } of hidden)
      for (const word of words.filter((each) => each.length > 6))
        expect(source, `${reader.email} ${path}`).not.toContain(word)
  }
}

const readerOf = async (email: string) => {
  const [found] = await ask<Reader>(
    `select m.id as membership, m.agency_id as agency, u.name, u.email, '{}'::text[] as people,
       array(select team_id::text from membership_team where membership_id = m.id) as teams
     from membership m join app_user u on u.id = m.user_id where u.email = $1`,
    [email],
  )
  if (!found) throw new Error(`Nobody is ${email}`)
  return found
}

test('a receiver’s own consent opens nothing to it; the giver is asked, and learns no hidden name', async ({
  page,
}) => {
  const { person, email, agreement, giver } = await receiver(true)
  const session = await Session.of(page, email)
  const before = await shown(session, person)
  const saved = await send(session, `/people/${person}/sharing/choice`, 'Save what they said', {
    kind: 'consent',
    agreementId: agreement,
    alone: 'yes',
    free: 'yes',
    how: 'At our office',
    ...dayIn('saidOn', -1),
  })
  expect(saved.goesTo, saved.page.alert).toMatch(/\/sharing\?saved=/)
  expect(await shown(session, person)).toBe(before)
  expect((await session.open(`/people/${person}/sharing`)).page.text).toContain(
    'waits for their word',
  )
  const { id } = await askOne<{ id: string }>(
    'select id from choice where person_id = $1 order by id desc limit 1',
    [person],
  )
  // Whoever wrote it confirms nothing, by no address.
  expect((await session.open(`/waiting/words/${id}`)).status).toBe(404)

  const gives = await Session.of(page, giver)
  const word = `/waiting/words/${id}`
  expect((await gives.open('/waiting')).page.links).toContain(word)
  await namesNobody(await readerOf(giver), gives, person, ['/waiting', word])
  const answer = await send(gives, word, 'Save your answer', {
    answer: 'not',
    reason: 'She told us no',
  })
  expect(answer.goesTo).toBe('/waiting?done=not-confirmed')
  expect(await shown(session, person)).toBe(before)
  await namesNobody(await readerOf(email), session, person, [`/people/${person}/sharing`, '/'])
  // Somebody else who reads by it neither sees it waiting nor answers it.
  const tom = await Session.of(page, 'tom.reilly@jobcentre.example')
  expect((await tom.open(word)).status).toBe(404)
})

test('a receiver puts somebody into a cohort: nothing of others opens until they say so', async ({
  page,
}) => {
  const { person, email, agreement, giver } = await receiver(false)
  const session = await Session.of(page, email)
  const before = await shown(session, person)
  const joined = await send(session, `/people/${person}/sharing/cohort`, 'Put them in', {
    agreementId: agreement,
  })
  expect(joined.goesTo, joined.page.alert).toMatch(/\/sharing\?saved=/)
  const said = (text: string) => text.replaceAll(/You see this because.*?(?=: 200|$)/gs, '')
  expect(said(await shown(session, person))).toBe(said(before))
  const gives = await Session.of(page, giver)
  const { id } = await askOne<{ id: string }>(
    'select id from cohort_member where person_id = $1 order by id desc limit 1',
    [person],
  )
  const word = `/waiting/words/${id}`
  const { page: waits } = await gives.open(word)
  expect(waits.heading).toContain('A place in a cohort to confirm')
  await namesNobody(await readerOf(giver), gives, person, ['/waiting', word])
  const answer = await send(gives, word, 'Save your answer', { answer: 'confirm' })
  expect(answer.goesTo).toBe('/waiting?done=confirmed')
  // Now it is theirs to give; taken back it is closed again.
  await send(gives, word, 'Take it back', { sure: 'on' })
  expect(said(await shown(session, person))).toBe(said(before))
})
