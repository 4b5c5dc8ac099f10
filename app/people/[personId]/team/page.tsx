import type { Metadata } from 'next'
import { TeamBars } from '@/components/person/team-bars'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { InsetText } from '@/components/ui/inset-text'
import { can } from '@/lib/access/policy'
import { today } from '@/lib/dates'
import { isNow, teamFinding, teamTime } from '@/lib/team/bars'
import { listInvolved } from '@/lib/team/queries'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'
import { InvolvedTeamCard } from './involved-team'

export const metadata: Metadata = { title: 'Team' }

type Props = { params: Promise<{ personId: string }> }

/** Who works with the person and how to reach them; then who did. */
export default async function TeamPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'team',
    (scope, { personId: id }) => listInvolved(scope, id),
  )
  const now = today()
  const here = `/people/${personId}/team`
  const working = asked.filter((involved) => isNow(involved, now))
  const ended = asked.filter((involved) => !isNow(involved, now))
  const time = teamTime(asked, now)
  const mayEdit = can(viewer, 'involvement:end')
  const startable = can(viewer, 'involvement:start') && !working.some(({ own }) => own)
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="grid max-w-5xl gap-5">
        {asked.length > 1 ? (
          <Card title={teamFinding(time)} titleId="over-time">
            <TeamBars time={time} />
          </Card>
        ) : null}
        <Card
          title="Who is involved"
          titleId="involved"
          more={
            startable ? (
              <ButtonLink href={`${here}/start`} tone="secondary">
                Start working with them
              </ButtonLink>
            ) : undefined
          }
        >
          {working.length === 0 ? (
            <EmptyState title="No team that you can see works with them now." />
          ) : (
            <ul className="divide-y divide-line">
              {working.map((involved) => (
                <InvolvedTeamCard
                  key={involved.id}
                  involved={involved}
                  now={now}
                  here={here}
                  mayEdit={mayEdit}
                />
              ))}
            </ul>
          )}
          <InsetText className="mt-4 mb-0">
            Others may be involved whom you cannot see here. To ask, ring the partnership desk,
            quoting {personId.slice(-6).toUpperCase()}.
          </InsetText>
        </Card>
        {ended.length > 0 ? (
          <Card title="Worked with them before" titleId="ended">
            <ul className="divide-y divide-line">
              {ended.map((involved) => (
                <InvolvedTeamCard
                  key={involved.id}
                  involved={involved}
                  now={now}
                  here={here}
                  mayEdit={false}
                />
              ))}
            </ul>
          </Card>
        ) : null}
      </div>
    </PersonPage>
  )
}
