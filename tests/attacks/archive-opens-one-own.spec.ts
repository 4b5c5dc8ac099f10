import { ask, askOne, rolesInForce } from '@/tests/support/pages/database'
import { answered } from '@/tests/support/pages/forms/read-forms'
import { Session } from '@/tests/support/pages/forms/session'
import { expect, test } from '@/tests/support/pages/journey'

// What an agency whose work has ended would read: what others hold now, from its own old record.
type Ended = { person: string; email: string; agency: string }

/** Somebody whom an agency worked with until a while ago, and others work with still. */
const ended = () =>
  ask<Ended>(
    `select distinct on (m.agency_id) i.person_id as person, u.email, m.agency_id as agency
     from involvement i join membership_team mt on mt.team_id = i.team_id
     join ${rolesInForce} m on m.id = mt.membership_id and m.role in ('practitioner', 'manager')
     join app_user u on u.id = m.user_id and u.ended_at is null
     where (select count(*) from membership o where o.user_id = u.id) = 1
       and not exists (select 1 from involvement o where o.person_id = i.person_id
         and o.agency_id = i.agency_id and (o.ends_on is null or o.ends_on >= current_date))
       and not exists (select 1 from person_access a where a.person_id = i.person_id
         and a.agency_id = i.agency_id and (a.ends_at is null or a.ends_at > now()))
       and not exists (select 1 from referral r where r.person_id = i.person_id
         and r.to_team_id = i.team_id)
       and exists (select 1 from contact c where c.person_id = i.person_id
         and c.agency_id <> i.agency_id)
       and not exists (select 1 from limited_access l where l.person_id = i.person_id)
       and not exists (select 1 from conflict c where c.person_id = i.person_id)
     order by m.agency_id, i.person_id, u.id limit 4`,
  )

test('an archive is not found until it may be opened, and opens one’s own entries alone', async ({
  page,
}) => {
  test.slow()
  const found = await ended()
  expect(found.length).toBeGreaterThan(0)
  for (const { person, email, agency } of found) {
    const session = await Session.of(page, email)
    expect((await session.open(`/people/${person}`)).status, email).toBe(404)
    const path = `/people/${person}/archive`
    const { page: asks } = await session.open(path)
    const { given, family } = await askOne<{ given: string; family: string }>(
      'select given, family from person_name where person_id = $1 order by id limit 1',
      [person],
    )
    // Nothing of whom it is about before a reason is given.
    const source = await session.source(path)
    expect(source.includes(family) && source.includes(given), email).toBe(false)
    const form = asks.forms.find(({ button }) => button.startsWith('Open our record'))
    if (!form) throw new Error(`No form at ${path}: ${asks.heading}`)
    const opened = await session.post(path, answered(form, { reason: 'A letter came' }).entries)
    expect(opened.goesTo).toBe(`/people/${person}`)

    const others = await ask<{ id: string }>(
      'select id from contact where person_id = $1 and agency_id <> $2 order by id desc limit 5',
      [person, agency],
    )
    for (const { id } of others)
      expect((await session.open(`/people/${person}/contacts/${id}`)).status, email).toBe(404)
    const words = await ask<{ word: string }>(
      `select distinct w.words as word from contact_words w join contact c on c.id = w.contact_id
       where c.person_id = $1 and c.agency_id <> $2 and length(w.words) > 24 limit 20`,
      [person, agency],
    )
    for (const tab of [
      '',
      '/timeline?show=changes',
      '/needs',
      '/plan',
      '/dates',
      '/team',
      '/warnings',
      '/details',
    ]) {
      const { status, page: shown } = await session.open(`/people/${person}${tab}`)
      expect(status, `${email} ${tab}`).toBe(200)
      for (const { word } of words) expect(shown.text, tab).not.toContain(word.slice(0, 60))
    }
    // No way further: work does not begin again from it.
    const begins = await session.open(`/people/${person}/team/start`)
    const start = begins.page.forms.find(({ button }) => /^(Start|Save)/.test(button))
    if (!start) continue
    const sent = await session.post(
      `/people/${person}/team/start`,
      answered(start, { came: 'present' }).entries,
    )
    expect(sent.goesTo, email).toBeNull()
  }
})
