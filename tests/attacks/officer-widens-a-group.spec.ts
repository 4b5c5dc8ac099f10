import { ask } from '@/tests/support/pages/database'
import { answered } from '@/tests/support/pages/forms/read-forms'
import { Session } from '@/tests/support/pages/forms/session'
import { readers } from '@/tests/support/pages/hidden-givers'
import { shown } from '@/tests/support/pages/shown'
import { expect, test } from '@/tests/support/pages/journey'

// What somebody would learn: what others give to a group, by the host's officer ticking their team
// into it.
test.setTimeout(300_000)
test('a group that a term uses is widened by its host’s officer: nobody reads more by it', async ({
  page,
}) => {
  const officer = await Session.of(page, 'slawomir.gajewski@partnership-desk.example')
  for (const reader of (await readers()).slice(0, 3)) {
    const [person] = reader.people
    const [team] = reader.teams
    const [group] = await ask<{ id: string; agreement: string; terms: number }>(
      `select g.id, g.agreement_id as agreement from receiver_group g
       join agreement_party y on y.agreement_id = g.agreement_id and y.agency_id = $1
       where g.version_of is null and not exists (select 1 from receiver_group v where v.version_of = g.id)
         and exists (select 1 from agreement_term t where t.group_id = g.id)
         and not exists (select 1 from receiver_group_team x where x.group_id = g.id and x.team_id = $2)
       order by g.id limit 1`,
      [reader.agency, team],
    )
    if (!person || !team || !group) continue
    const session = await Session.of(page, reader.email)
    const before = await shown(session, person)
    const path = `/agreements/${group.agreement}/groups/${group.id}`
    const { page: form } = await officer.open(path)
    const filled = form.forms.find(({ entries }) => entries.some(([name]) => name.includes('team')))
    if (!filled) throw new Error(`No form at ${path}: ${form.heading}`)
    const now = filled.entries
      .filter(([name]) => name.startsWith('teams'))
      .map(([, value]) => value)
    const sent = await officer.post(path, answered(filled, { teams: [...now, team] }).entries)
    const grown = await ask('select 1 from receiver_group where version_of = $1', [group.id])
    // A team that may receive nothing by screen is refused; any other waits for each giver.
    if (sent.goesTo) expect(grown).toHaveLength(1)
    expect(await shown(session, person), reader.email).toBe(before)
  }
})
