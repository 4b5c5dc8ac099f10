import { askOne, rolesInForce } from '@/tests/support/pages/database'
import { answered, type Typed } from '@/tests/support/pages/forms/read-forms'
import { Session } from '@/tests/support/pages/forms/session'
import { expect, test } from '@/tests/support/pages/journey'

// What one agency's file does to everybody else: nothing, whatever its people's workers did with
// them meanwhile. A bar kept it being undone for ever, and every file, match and seal with it.
type Agency = { agency: string; team: string; steward: string; worker: string; colleague: string }

/** An agency with a steward and two workers of one team. */
const agency = () =>
  askOne<Agency>(
    `select s.agency_id as agency, t.id as team, su.email as steward, min(wu.email) as worker,
       max(wu.id::text) as colleague
     from ${rolesInForce} s join app_user su on su.id = s.user_id and su.ended_at is null
     join agency a on a.id = s.agency_id and a.kind <> 'partnership'
     join team t on t.agency_id = s.agency_id and t.ended_at is null
     join membership_team mt on mt.team_id = t.id
     join ${rolesInForce} w on w.id = mt.membership_id and w.role = 'practitioner'
     join app_user wu on wu.id = w.user_id and wu.ended_at is null
     where s.role = 'steward' and (select count(*) from membership x where x.user_id = s.user_id) = 1
       and (select count(*) from membership x where x.user_id = wu.id) = 1
     group by a.name, t.name, 1, 2, 3 having count(*) > 2 and min(wu.email) <> (select email from app_user u
       where u.id = max(wu.id::text)::uuid)
     order by a.name, t.name limit 1`,
  )

async function send(who: Session, path: string, button: string, typed: Typed) {
  const { page } = await who.open(path)
  const form = page.forms.find((one) => one.button.startsWith(button))
  if (!form) throw new Error(`No form ${button} at ${path}: ${page.heading} ${page.text}`)
  return who.post(path, answered(form, typed).entries)
}

const says = (who: Session, path: string, words: RegExp) =>
  expect.poll(async () => (await who.open(path)).page.text, { timeout: 30_000 }).toMatch(words)

/** Sends a file of one person and lets it in; where the steward looks at it. */
async function bring(steward: Session, team: string, ref: string) {
  const csv = `Our number,First name,Last name,Date of birth\n${ref},Zebedee,Quornby,1981-02-03\n`
  const at = await steward.sendFiles('/transfer/send', 'file', [new File([csv], `${ref}.csv`)])
  await says(steward, at, /choose its columns/)
  await send(steward, at, 'Check the rows', {
    ...{ team, kind: 'current', nameOrder: 'given_first' },
    columns: ['localRef', 'given', 'family', 'birth'],
  })
  await says(steward, at, /look before it goes in/)
  await send(steward, at, 'Let these rows in', {})
  await says(steward, at, /Gone in/)
  return at
}

test('a bar on somebody from a file stops neither its undoing nor anybody’s next file', async ({
  page,
}) => {
  test.slow()
  const { team, steward: by, worker: email, colleague } = await agency()
  const [steward, worker] = [await Session.of(page, by), await Session.of(page, email)]
  const at = await bring(steward, team, 'ZQ1')
  const { person } = await askOne<{ person: string }>(
    `select person_id as person from record where local_ref = 'ZQ1'`,
  )
  const barred = await send(worker, `/people/${person}/sharing/conflict`, 'Bar them', {
    ...{ userId: colleague, reason: 'related' },
  })
  expect(barred.goesTo).toContain('saved=conflict')
  await send(steward, at, 'Undo this file', { sure: 'on' })
  await says(steward, at, /Undone/)
  expect((await worker.open(`/people/${person}`)).status).toBe(404)
  await bring(steward, team, 'ZQ2')
})
