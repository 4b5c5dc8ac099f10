import { InsetText } from '@/components/ui/inset-text'
import { listColleagues, listOwnTeams } from '@/lib/team/choices'
import { FormPage, openForm } from '../../form-page'
import { StartForm } from '../forms'

type Props = { params: Promise<{ personId: string }> }

/** A team of ours begins to work with a person whom one may already open. */
export default async function StartPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'work-start',
    verb: 'involvement:start',
    path: '/team/start',
    ask: async (scope, { ground }) => ({
      archive: ground === 'archive',
      teams: await listOwnTeams(scope),
      people: await listColleagues(scope),
    }),
    values: ({ teams }) => ({ teamId: teams[0]?.value ?? '' }),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Start working with them">
      {asked.archive ? (
        <InsetText>
          You have them open from your own old record. From there work starts again only with an
          appointment of yours that was kept today. Else they come back by a referral, by your
          agency’s own file, or by being added as somebody new.
        </InsetText>
      ) : null}
      <StartForm given={given} teams={asked.teams} people={asked.people} />
    </FormPage>
  )
}
