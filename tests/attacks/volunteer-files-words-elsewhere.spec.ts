import { ask, askOne, rolesInForce } from '@/tests/support/pages/database'
import { Session } from '@/tests/support/pages/forms/session'
import { expect, test } from '@/tests/support/pages/journey'

type Cast = { person: string; email: string; user: string; contact: string; writer: string }

/** A volunteer has whom a manager names them to: here, somebody their agency has written about. */
const nameVolunteer = () =>
  ask(
    `insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens)
     select gen_random_uuid(), c.person_id, c.record_id, 'u:' || m.user_id, c.agency_id, 'worker',
       'shared'
     from ${rolesInForce} m join app_user u on u.id = m.user_id and u.ended_at is null
     join contact c on c.agency_id = m.agency_id and c.withdrawn_at is null
     join contact_words x on x.contact_id = c.id
     join app_user w on w.id = c.given_by and w.ended_at is null
     where m.role = 'limited' and m.ends_at is null and not exists (
       select 1 from protected_whereabouts p where p.person_id = c.person_id)
       and (select count(*) from membership o where o.user_id = u.id) = 1
       and exists (select 1 from person_access a where a.person_id = c.person_id and not a.held
         and a.agency_id = c.agency_id and a.opens = 'shared' and a.ends_at is null)
     order by c.id limit 1`,
  )

/** Somebody who works with a person, and a colleague's words about them for their own team. */
const cast = (role: string) =>
  askOne<Cast>(
    `select c.person_id as person, u.email, u.id as user, c.id as contact, w.email as writer
     from contact c join contact_words x on x.contact_id = c.id
     join app_user w on w.id = c.given_by and w.ended_at is null
     join person_access a on a.person_id = c.person_id and a.agency_id = c.agency_id and not a.held
       and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now()) and a.opens = 'shared'
     join ${rolesInForce} m on m.agency_id = c.agency_id and m.role = $1 and m.ends_at is null
     join app_user u on u.id = m.user_id and u.ended_at is null and u.id <> c.given_by
     where (a.viewer = 'u:' || m.user_id or (m.role <> 'limited' and exists (
         select 1 from membership_team mt where mt.membership_id = m.id
           and a.viewer = 't:' || mt.team_id and mt.team_id = c.team_id)))
       and c.withdrawn_at is null and (select count(*) from membership o where o.user_id = u.id) = 1
       and not exists (select 1 from protected_whereabouts p where p.person_id = c.person_id)
     order by c.id limit 1`,
    [role],
  )

const filed = async (contact: string) =>
  askOne<{ categories: string[]; audience: string; words: string[]; taken: boolean }>(
    `select c.categories, c.audience, c.withdrawn_at is not null as taken,
       (select array_agg(distinct x.categories::text || x.audience) from contact_words x
         where x.contact_id = c.id) as words
     from contact c where c.id = $1`,
    [contact],
  )

/** Records a contact of their own, and answers with the path of its page. */
async function recordOwn(session: Session, person: string): Promise<string> {
  const path = `/people/${person}/contacts/new`
  const { page } = await session.open(path)
  const form = page.forms.find(({ button }) => button === 'Save contact')
  const typed = (form?.entries ?? []).filter(([name]) => name !== 'words')
  typed.push(['what', 'seen'])
  const answer = await session.post(path, [...typed, ['words', 'Met at the door.']])
  const id = new URL(answer.goesTo ?? '', 'http://x').searchParams.get('of')
  expect(id).not.toBeNull()
  return `/people/${person}/contacts/${id}`
}

for (const role of ['limited', 'practitioner'])
  test(`a ${role} makes safety of no colleague’s words, by no address and no post`, async ({
    page,
  }) => {
    if (role === 'limited') await nameVolunteer()
    const { person, email, contact } = await cast(role)
    await ask(`update contact set audience = 'team' where id = $1`, [contact])
    await ask(`update contact_words set audience = 'team' where contact_id = $1`, [contact])
    const before = await filed(contact)
    const session = await Session.of(page, email)
    const own = await recordOwn(session, person)
    const { page: mine } = await session.open(`${own}/categories`)
    const form = mine.forms.find(({ button }) => button === 'Change it now')
    expect(form).toBeDefined()
    const kept = (form?.entries ?? []).filter(
      ([name]) => !['contactId', 'categories', 'audience', 'version'].includes(name),
    )
    for (const category of ['safety', 'plan', 'identity', 'immigration'])
      for (const audience of ['agreed', 'team', 'named'])
        await session.post(`${own}/categories`, [
          ...kept.filter(([name]) => name !== 'formKey'),
          ['formKey', crypto.randomUUID()],
          ['contactId', contact],
          ['categories', category],
          ['audience', audience],
        ])
    expect(await filed(contact)).toEqual(before)
    if (role === 'limited') {
      for (const way of ['categories', 'withdraw'])
        expect((await session.open(`/people/${person}/contacts/${contact}/${way}`)).status).toBe(
          404,
        )
    }
  })
