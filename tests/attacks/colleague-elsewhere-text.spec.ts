import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { ask, askOne, dannysId, rolesInForce } from '@/tests/support/pages/database'
import { Session } from '@/tests/support/pages/forms/session'
import { expect, test } from '@/tests/support/pages/journey'

// A colleague of another agency, who may read a contact as agreed: of what was taken back or put
// right, and of what is typed freely where only a headline is shared, nothing.
const tabs = [
  '',
  '/timeline',
  '/timeline?show=changes',
  '/needs',
  '/plan',
  '/dates',
  '/team',
  '/warnings',
  '/details',
]
const more = ['/sharing', '/history', '/together']

type Read = {
  contact: string
  person: string
  record: string
  words: string
  agency: string
  reader: string
}

/** A contact about Danny, and somebody of another agency who may read its words. */
const readElsewhere = async () =>
  askOne<Read>(
    `select c.id as contact, c.person_id as person, c.record_id as record, w.words,
       c.agency_id as agency, u.email as reader
     from contact c join contact_words w on w.contact_id = c.id and w.edition = 1
     join ${rolesInForce} m on m.agency_id <> c.agency_id and m.role = 'practitioner'
     join app_user u on u.id = m.user_id and u.ended_at is null
     where c.person_id = $1 and c.withdrawn_at is null and c.audience = 'agreed' and not w.locates
       and length(w.words) > 30 and access.decide(access.viewer_of(m.id), c.person_id, c.record_id, c.class_id, 4)
       and (select count(*) from membership o where o.user_id = u.id) = 1
       and (select count(*) from contact_words x where x.contact_id = c.id) = 1
     order by c.happened_on desc, c.id, u.email limit 1`,
    [await dannysId()],
  )

const colleagueOf = async (agency: string, person: string) =>
  (
    await askOne<{ email: string }>(
      `select u.email from ${rolesInForce} m join app_user u on u.id = m.user_id and u.ended_at is null
       join person_access a on a.person_id = $2 and a.viewer in (select 't:' || mt.team_id
         from membership_team mt where mt.membership_id = m.id)
       where m.agency_id = $1 and m.role = 'practitioner' and not a.held
         and (a.ends_at is null or a.ends_at > now())
         and (select count(*) from membership o where o.user_id = u.id) = 1
       order by u.email limit 1`,
      [agency, person],
    )
  ).email

async function everything(page: Page, email: string, person: string): Promise<string> {
  const session = await Session.of(page, email)
  const texts: string[] = []
  for (const tab of [...tabs, ...more]) {
    const answer = await session.open(`/people/${person}${tab}`)
    expect(answer.status, tab).toBe(200)
    texts.push(answer.page.text)
  }
  return texts.join('\n')
}

test('a contact that was withdrawn is at its address no more, nor on any page', async ({
  page,
}) => {
  test.slow()
  const { contact, person, words, agency, reader } = await readElsewhere()
  const at = `/people/${person}/contacts/${contact}`
  const session = await Session.of(page, reader)
  const before = await session.open(at)
  expect(before.page.text).toContain(words.slice(0, 30))
  const reason = 'KESTREL: recorded on the wrong person'
  await ask(`update contact set withdrawn_at = now() where id = $1`, [contact])
  await ask(
    `insert into contact_withdrawal (id, person_id, record_id, agency_id, team_id, class_id,
       categories, given_by, contact_id, reason)
     select $2, person_id, record_id, agency_id, team_id, class_id, categories, given_by, id, $3
     from contact where id = $1`,
    [contact, randomUUID(), reason],
  )
  try {
    expect((await session.open(at)).status).toBe(404)
    const said = await everything(page, reader, person)
    expect(said).not.toContain(words.slice(0, 30))
    expect(said).not.toContain('KESTREL')
    const own = await Session.of(page, await colleagueOf(agency, person))
    expect((await own.open(at)).page.text).toContain(reason)
  } finally {
    await ask(`delete from contact_withdrawal where contact_id = $1`, [contact])
    await ask(`update contact set withdrawn_at = null where id = $1`, [contact])
    await ask(`delete from change where entry_id = $1`, [contact])
  }
})

test('words that were put right are read in their newest version alone', async ({ page }) => {
  test.slow()
  const { contact, person, words, reader } = await readElsewhere()
  await ask(
    `insert into contact_words (id, person_id, record_id, agency_id, team_id, class_id, categories,
       given_by, contact_id, edition, words, why)
     select $2, person_id, record_id, agency_id, team_id, class_id, categories, given_by, id, 2,
       'KESTREL: what was right', 'a mistake' from contact where id = $1`,
    [contact, randomUUID()],
  )
  try {
    const session = await Session.of(page, reader)
    const { page: read } = await session.open(`/people/${person}/contacts/${contact}`)
    expect(read.text).toContain('KESTREL: what was right')
    expect(read.text).not.toContain(words.slice(0, 30))
    expect(await everything(page, reader, person)).not.toContain(words.slice(0, 30))
  } finally {
    await ask(`delete from contact_words where contact_id = $1 and edition = 2`, [contact])
  }
})

const typed = [
  ['handover', 'words'],
  ['warning_end', 'reason'],
  ['appointment_place', 'place'],
  ['living_area', 'area_name'],
  ['contact_place', 'with_whom'],
  ['identity_words', 'gender_words'],
] as const

test('what is typed freely goes to nobody who may know only the headline', async ({ page }) => {
  test.slow()
  const person = await dannysId()
  const planted: { table: string; id: string; mark: string }[] = []
  for (const [table, column] of typed) {
    const rows = await ask<{ id: string; mark: string }>(
      `update ${table} set ${column} = 'KESTREL' || upper(left(md5(id::text), 8))
       where person_id = $1 returning id, ${column} as mark`,
      [person],
    )
    planted.push(...rows.map((row) => ({ table, ...row })))
  }
  expect(planted.length).toBeGreaterThan(3)
  const readers = await ask<{ email: string; membership: string }>(
    `select distinct on (m.agency_id) u.email, m.id as membership from person_access a
     join membership_team mt on a.viewer = 't:' || mt.team_id
     join ${rolesInForce} m on m.id = mt.membership_id and m.role in ('practitioner', 'limited')
     join app_user u on u.id = m.user_id and u.ended_at is null
     where a.person_id = $1 and a.opens = 'shared' and not a.held
       and (a.ends_at is null or a.ends_at > now())
       and (select count(*) from membership o where o.user_id = u.id) = 1
     order by m.agency_id, u.email`,
    [person],
  )
  expect(readers.length).toBeGreaterThan(2)
  for (const { email, membership } of readers) {
    const said = await everything(page, email, person)
    for (const { table, id } of planted.filter(({ mark }) => said.includes(mark))) {
      const { may } = await askOne<{ may: boolean }>(
        `select x.agency_id = m.agency_id
           or access.decide(access.viewer_of(m.id), x.person_id, x.record_id, x.class_id, 4) as may
         from ${table} x, membership m where x.id = $1 and m.id = $2`,
        [id, membership],
      )
      expect(may, `${email} reads ${table}`).toBe(true)
    }
  }
})
