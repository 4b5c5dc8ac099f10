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
    ask: async (scope) => ({
      teams: await listOwnTeams(scope),
      people: await listColleagues(scope),
    }),
    values: ({ teams }) => ({ teamId: teams[0]?.value ?? '' }),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Start working with them">
      <StartForm given={given} teams={asked.teams} people={asked.people} />
    </FormPage>
  )
}
