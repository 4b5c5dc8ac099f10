import { InsetText } from '@/components/ui/inset-text'
import { addMonths, today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { listTeams } from '@/lib/states/offered'
import { FormPage, openForm } from '../../form-page'
import { WhereaboutsForm } from '../state-forms'

type Props = { params: Promise<{ personId: string }> }

/** Hide everything that says where somebody is, from all but the named teams. */
export default async function WhereaboutsPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'whereabouts',
    verb: 'whereabouts:protect',
    path: '/sharing/whereabouts',
    ask: (scope, { personId }) => listTeams(scope, personId),
    values: () => dateValues('reviewOn', addMonths(today(), 3)),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Protect their whereabouts">
      <InsetText>
        Hidden from then on: addresses, area, where they stay, the place and time of contacts and
        appointments, words marked as telling where they are, and agencies and numbers that tell it.
        Nobody can search by them. Other agencies keep what they gave themselves. The custodian is
        told.
      </InsetText>
      <WhereaboutsForm given={given} teams={asked} />
    </FormPage>
  )
}
