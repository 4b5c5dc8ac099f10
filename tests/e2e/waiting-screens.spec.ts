import { askOne } from '@/tests/support/pages/database'
import { confirmingErrands } from '@/tests/support/pages/forms/confirming-errands'
import { filled, type FormErrand, type Ids } from '@/tests/support/pages/forms/form-case'
import { expect, test } from '@/tests/support/pages/journey'
import { accessibilityFaults, frameFaults, overflow } from '@/tests/support/pages/look'

// Pages that are full only while something waits; every-page.spec.ts finds them empty, or not at
// all.
const widths = [1440, 1024, 390]

/** What the errands of these forms need: something that waits. */
async function waits(errands: readonly FormErrand[], names: readonly string[]): Promise<Ids> {
  const ids: Ids = {}
  for (const { needs = {} } of errands.flatMap(({ cases }) => cases))
    for (const [name, sql] of Object.entries(needs)) {
      if (!names.includes(name)) continue
      // Not the word that every-form.spec.ts answers meanwhile.
      const other = sql.replace('order by m.id ', 'order by m.id desc ')
      ids[name] = (await askOne<{ id: string }>(filled(other, ids))).id
    }
  return ids
}

/** An offer, and an account whose password came by a link, that wait for the desk's officer. */
async function roles() {
  const newcomer = (name: string) => `u as (insert into app_user (id, name, email)
    values (gen_random_uuid(), '${name}', gen_random_uuid() || '@desk.example') returning id)`
  const offered = (user: string, role: string) => `insert into role_offer
      (id, user_id, agency_id, role, job_title, called, offered_by)
    select gen_random_uuid(), ${user}, a.id, '${role}', 'Keeps the records', 'Zed Quill', d.id
    from agency a, app_user d, u where a.kind = 'partnership'
      and d.email = 'daniel.asmelash@partnership-desk.example' returning id`
  const one = async (sql: string) => (await askOne<{ id: string }>(sql)).id
  return {
    offer: await one(`with ${newcomer('Zed Quill')} ${offered('u.id', 'steward')}`),
    closed: await one(
      `with ${newcomer('Zia Quill')}, c as (insert into credential
           (user_id, salt, params, verifier, hands)
         select u.id, 'a', '{}', 'b', array[d.id] from u, app_user d
         where d.email = 'daniel.asmelash@partnership-desk.example')
       insert into membership (id, user_id, agency_id, role, waits_since)
       select gen_random_uuid(), u.id, a.id, 'steward', now() from u, agency a
       where a.kind = 'partnership' returning user_id as id`,
    ),
    mine: await one(
      `with u as (select id from app_user where email = 'luam.habte@housing-first.example')
       ${offered('u.id', 'administrator')}`,
    ),
  }
}

/** A new version of a group that Probation's terms run to, with a team more, for it to answer. */
const newVersion = () =>
  askOne<{ at: string }>(
    `with g as (select r.*, beside.id as further from receiver_group r
         join agreement_term t on t.group_id = r.id
         join agency a on a.id = t.giver_agency_id and a.kind = 'probation'
         join agreement_party y on y.agreement_id = r.agreement_id
         join team beside on beside.agency_id = y.agency_id and beside.function = 'support'
       where t.ends_at is null and not exists (select 1 from receiver_group n
         where coalesce(n.version_of, n.id) = coalesce(r.version_of, r.id) and n.number > r.number)
         and not exists (select 1 from receiver_group_team x
           where x.group_id = r.id and x.team_id = beside.id)
       order by r.id, beside.id limit 1),
     v as (insert into receiver_group (id, agreement_id, name, version_of, number)
       select gen_random_uuid(), agreement_id, name, coalesce(version_of, id), number + 1 from g
       returning id, agreement_id),
     t as (insert into receiver_group_team (group_id, team_id)
       select v.id, x.team_id from v, g, receiver_group_team x where x.group_id = g.id
       union select v.id, g.further from v, g)
     select '/agreements/' || agreement_id || '/groups/' || id || '/answer' as at from v`,
  )

/** An agreement of the partnership desk's that Probation is asked to join, and has not answered. */
const asked = () =>
  askOne<{ agreement: string; asking: string }>(
    `with a as (insert into agreement (id, name, place, purpose, cohort_name, cohort_description,
         starts_at, review_on, host_agency_id)
       select gen_random_uuid(), 'Leaving custody well', 'Coventry', 'A home on the day of release',
         'People leaving custody', 'Whoever is released to no address', now(), '2099-01-01', id
       from agency where kind = 'partnership' returning id)
     insert into party_asked (id, agreement_id, agency_id, lawful_basis, conditions,
       confidence_lifted_by, regime, contact, signatory, signed_on, joins_on, asked_by)
     select gen_random_uuid(), a.id, g.id, 'Public task', 'Schedule 1, paragraph 6', 'Statute',
       'uk_gdpr', 'The desk', 'Zuri Quill, head of service', current_date, current_date, u.id
     from a, agency g, app_user u where g.kind = 'probation'
       and u.email = 'slawomir.gajewski@partnership-desk.example'
     returning agreement_id as agreement, id as asking`,
  )

test('what waits is as easy to read and use as every other page', async ({ as }) => {
  test.setTimeout(300_000)
  const word = await waits(confirmingErrands, ['word'])
  const own = await waits(confirmingErrands, ['person', 'asked'])
  const { offer, closed, mine } = await roles()
  const party = await asked()
  const screens: [reader: string, path: string, heading: RegExp][] = [
    ['Ann Mason', '/waiting', /^Waits for you$/],
    ['Ann Mason', `/waiting/words/${word.word ?? ''}`, /./],
    ['Ann Mason', `/waiting/${own.asked ?? ''}`, /./],
    ['Ryan Clewlow', '/waiting', /^Waits for you$/],
    ['Luam Habte', '/roles', /^Your roles$/],
    ['Luam Habte', `/roles/offers/${mine}`, /./],
    ['Sławomir Gajewski', '/roles/waiting', /second person/],
    ['Sławomir Gajewski', `/roles/waiting/${offer}`, /opens people/],
    ['Sławomir Gajewski', `/roles/waiting/account/${closed}`, /./],
    ['Sławomir Gajewski', `/agreements/${party.agreement}`, /^Leaving custody well$/],
    ['Sławomir Gajewski', `/agreements/${party.agreement}/asked/${party.asking}`, /is asked/],
    ['Jasmine Wilkes', `/agreements/${party.agreement}/asked/${party.asking}`, /join/],
    ['Jasmine Wilkes', '/agreements', /^Sharing agreements$/],
    ['Jasmine Wilkes', (await newVersion()).at, /^A new version of/],
  ]
  const faults: string[] = []
  for (const [reader, path, heading] of screens) {
    const page = await as(reader)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), `${reader} ${path}`).toHaveText(heading)
    const found = [...(await frameFaults(page))]
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const wider = await overflow(page)
      if (wider > 0) found.push(`${wider} pixels wider than ${width}`)
      found.push(...(await accessibilityFaults(page)).map((fault) => `${width}: ${fault}`))
    }
    await page.context().close()
    faults.push(...found.map((fault) => `${path} (${reader}): ${fault}`))
  }
  expect(faults).toEqual([])
})
