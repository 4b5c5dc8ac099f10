import { askOne, rolesInForce } from '@/tests/support/pages/database'
import { Session } from '@/tests/support/pages/forms/session'
import { expect, test } from '@/tests/support/pages/journey'

// What a team that enforces would learn of its own people: under which agreements others share
// about them, and who decided that.
type Placed = { person: string; email: string; agreement: string; cohort: string }

const placed = () =>
  askOne<Placed>(
    `select m.person_id as person, u.email, g.name as agreement, g.cohort_name as cohort
     from cohort_member m join agreement g on g.id = m.agreement_id
     join involvement i on i.person_id = m.person_id and i.ends_on is null
     join agreement_party y on y.agreement_id = g.id and y.agency_id = i.agency_id and y.left_at is null
     join team t on t.id = i.team_id and t.function = 'enforcement'
     join membership_team mt on mt.team_id = t.id
     join ${rolesInForce} w on w.id = mt.membership_id and w.role = 'practitioner'
     join app_user u on u.id = w.user_id and u.ended_at is null
     where m.agency_id <> i.agency_id and m.ends_at is null
       and (select count(*) from membership x where x.user_id = u.id) = 1
       and not exists (select 1 from cohort_member o where o.person_id = m.person_id
         and o.agency_id = i.agency_id)
       and not exists (select 1 from person_access a where a.person_id = i.person_id and a.held)
       and not exists (select 1 from conflict c where c.person_id = i.person_id and c.user_id = u.id)
     order by m.person_id, u.email limit 1`,
  )

test('a team that enforces is told of no placement that others decided', async ({ page }) => {
  const { person, email, agreement, cohort } = await placed()
  const police = await Session.of(page, email)
  const { page: sharing } = await police.open(`/people/${person}/sharing`)
  expect(sharing.text).toContain('No agreement by a decision of your agency')
  for (const path of ['', '/sharing', '/history', '/timeline']) {
    const { status, page: read } = await police.open(`/people/${person}${path}`)
    expect(status).toBe(200)
    for (const name of [agreement, cohort]) expect(read.text, path).not.toContain(name)
  }
})
