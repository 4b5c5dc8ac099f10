import { readdirSync, readFileSync } from 'node:fs'
import { ask, dannysId } from '@/tests/support/pages/database'
import { answered, readPage } from '@/tests/support/pages/forms/read-forms'
import { Session } from '@/tests/support/pages/forms/session'
import { WAITING_HANDOVER } from '@/tests/support/pages/forms/handover-errands'
import { expect, test } from '@/tests/support/pages/journey'

// A link in a message: it opens a page of ours that says something was saved, or went wrong, when
// nothing was done.
const officer = 'slawomir.gajewski@partnership-desk.example'
const id = '01890000-0000-7000-8000-00000000dead'

/** The words of a page's banners, as its source has them. */
const wordsIn = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /const (?:news|problems|UPLOAD_PROBLEMS)\b[^=]*=\s*\{([\s\S]*?)\n?\}\n/g,
    ),
  ].flatMap(([, block = '']) =>
    [...block.matchAll(/(?:^ ?|\{ | {2}|, )'?([a-z-]+)'?:/gm)].map(([, key = '']) => key),
  )

const [administrator, custodian] = ['Daniel Asmelash', 'Ryan Clewlow']
const steward = 'Jurgita Urbonienė'
const person = 'components/person/saved-news.ts'
const pages: [at: string, reader: string, file: string | null, most?: number][] = [
  ['/agreements/{agreement}', 'Sławomir Gajewski', 'app/agreements/news.ts'],
  ['/publications', 'Sławomir Gajewski', 'app/publications/page.tsx'],
  ['/place/readiness', 'Ruth Adeyemi', 'app/place/readiness/page.tsx'],
  ['/place/readiness/{round}', 'Ruth Adeyemi', 'app/place/readiness/[roundId]/page.tsx'],
  ['/place/propositions/{paper}', 'Ruth Adeyemi', 'app/place/propositions/[paperId]/page.tsx'],
  [
    '/place/readiness/{round}/comments',
    'Ruth Adeyemi',
    'app/place/readiness/[roundId]/comments/page.tsx',
  ],
  ['/roles', 'Sławomir Gajewski', 'app/roles/page.tsx'],
  ['/roles/waiting', 'Sławomir Gajewski', 'app/roles/waiting/page.tsx'],
  ['/waiting', custodian, 'app/waiting/page.tsx'],
  ['/conflicts', custodian, 'app/conflicts/page.tsx'],
  ['/conflicts/matches', custodian, 'app/conflicts/matches/page.tsx'],
  ['/identity', steward, null],
  ['/transfer', steward, 'lib/transfer/lists.ts'],
  ['/admin/agencies', administrator, null],
  ['/admin/teams', administrator, 'app/admin/teams/page.tsx'],
  ['/admin/matching', administrator, 'app/admin/matching/page.tsx'],
  ['/admin/areas', administrator, 'app/admin/areas/page.tsx'],
  ['/admin/areas/load', administrator, 'app/admin/areas/load/page.tsx'],
  ['/admin/codes/contact_kind', administrator, 'app/admin/codes/[list]/page.tsx'],
  ['/admin/users/{user}', administrator, 'app/admin/users/[userId]/page.tsx'],
  ['/handovers/{handing}', 'Shelley Keeling', 'app/handovers/[handingId]/page.tsx'],
  ['/referrals/{referral}', 'Ann Mason', 'app/referrals/[referralId]/page.tsx'],
  ['/sign-in', 'Amina Yusuf', null],
  ['/place/institutions/{institution}', 'Ruth Adeyemi', 'app/place/institutions/news.ts'],
  ['/people/{person}', 'Amina Yusuf', person],
  ['/people/{person}/sharing', 'Amina Yusuf', person, 2],
]

test('every page that says what was done is tried here', () => {
  const saying = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'))
    .filter((file) => /<Done |reasonSentBack\(/.test(readFileSync(`app/${file}`, 'utf8')))
    .map((file) => `/${file.replace(/\/page\.tsx$/, '')}`.replaceAll(/\[\w+\]/g, '*'))
  const tried = pages.map(([at]) =>
    at.replaceAll(/\{\w+\}/g, '*').replace('/codes/contact_kind', '/codes/*'),
  )
  expect(saying.filter((path) => !tried.includes(path))).toEqual([])
  for (const [at, , file] of pages) if (file) expect(wordsIn(file).length, at).toBeGreaterThan(0)
})

for (const [at, reader, file, most] of pages)
  test(`${at} claims nothing by its address`, async ({ as }) => {
    test.slow()
    const page = await as(reader)
    const [handing] = await ask<{ id: string }>(WAITING_HANDOVER)
    const [agreement] = await ask<{ id: string }>('select id from agreement order by no limit 1')
    const [user] = await ask<{ id: string }>(
      `select u.id from app_user u join membership m on m.user_id = u.id
       join agency a on a.id = m.agency_id and a.kind = 'partnership' order by 1 limit 1`,
    )
    const [institution] = await ask<{ id: string }>(
      'select id from place.institution order by name limit 1',
    )
    const [referral] = await ask<{ id: string }>(
      `select r.id from referral r join app_user u on u.email = 'ann.mason@housing-first.example'
       join membership m on m.user_id = u.id join membership_team t on t.membership_id = m.id
         and t.team_id = r.team_id
       join involvement i on i.person_id = r.person_id and i.team_id = t.team_id
         and i.ends_on is null
       where r.to_team_id is not null order by r.id limit 1`,
    )
    // The first round is closed, and nothing of it changes.
    const [round] = await ask<{ id: string }>('select id from readiness.round where no = 1')
    const [paper] = await ask<{ id: string }>('select id from proposition.paper where no = 2')
    const path = at
      .replace('{referral}', referral?.id ?? '')
      .replace('{agreement}', agreement?.id ?? '')
      .replace('{round}', round?.id ?? '')
      .replace('{paper}', paper?.id ?? '')
      .replace('{user}', user?.id ?? '')
      .replace('{institution}', institution?.id ?? '')
      .replace('{handing}', handing?.id ?? '')
      .replace('{person}', await dannysId())
    const look = async (query: string) => {
      const get = () => page.request.get(path + query, { maxRedirects: 0 })
      let answer = await get()
      // A busy service says nothing of this page: asked again, for a minute at most.
      await expect(async () => {
        if (answer.status() === 307) answer = await get()
        expect(answer.headers().location ?? '').not.toMatch(/^\/busy/)
      }).toPass({ timeout: 60_000 })
      return `${answer.status()} ${(await readPage(page, await answer.text())).text}`
    }
    // Other journeys go on meanwhile: what a page says without a query is read before and after,
    // and again where both have moved. What an address claims, it claims each time.
    let plain = await look('')
    expect(plain).toMatch(/^200 /)
    const claimsNothing = (query: string) =>
      expect(async () => {
        const [before, said] = [plain, await look(query)]
        if (said !== before) plain = await look('')
        expect([before, plain], path + query).toContain(said)
      }).toPass({ timeout: 60_000 })
    const words = [...(file ? wordsIn(file).slice(0, most) : []), 'yes']
    for (const word of words) {
      const names = ['done', 'saved', 'made', 'problem', 'signed-out', 'at', 'did']
      const query = names.map((name) => `${name}=${word}`).join('&')
      await claimsNothing(`?${query}&of=${id}`)
    }
    await claimsNothing(`?done=yes&made=${id}&did=${id}&of=${id}`)
  })

test('what was done is said to whoever did it, for a few minutes', async ({ page }) => {
  const session = await Session.of(page, officer)
  const [agreement] = await ask<{ id: string; review: string }>(
    `select a.id from agreement a join agency g on g.id = a.host_agency_id and g.kind = 'partnership'
     where a.ends_at is null order by no limit 1`,
  )
  const path = `/agreements/${agreement?.id ?? ''}/dates`
  const { page: form } = await session.open(path)
  const dates = form.forms.find(({ button }) => button.startsWith('Save dates'))
  if (!dates) throw new Error('There is no form')
  const sent = await session.post(path, answered(dates, {}).entries)
  const goesTo = sent.goesTo ?? ''
  expect(goesTo).toMatch(/done=dates$/)
  const said = async (who: Session) => (await who.open(goesTo)).page.text
  expect(await said(session)).toContain('The dates are saved')
  const [colleague] = await ask<{ email: string }>(
    `select u.email from app_user u join membership m on m.user_id = u.id and m.role = 'officer'
     where u.email <> $1 and u.ended_at is null order by 1 limit 1`,
    [officer],
  )
  const other = await said(await Session.of(page, colleague?.email ?? ''))
  expect(other).not.toContain('The dates are saved')
  await ask(
    `update idempotency set at = at - interval '11 minutes' where went_to = $1 returning 1`,
    [goesTo],
  )
  expect(await said(session)).not.toContain('The dates are saved')
})
