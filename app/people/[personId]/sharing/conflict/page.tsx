import { listOpeners, listOwnPeople } from '@/lib/states/offered'
import { FormPage, openForm } from '../../form-page'
import { ConflictForm } from '../harm-forms'

type Props = { params: Promise<{ personId: string }> }

/** A worker who must never open this person. Beats everything else. */
export default async function ConflictPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'conflict',
    verb: 'conflict:declare',
    path: '/sharing/conflict',
    ask: async (scope, { personId }) => [
      ...(await listOpeners(scope, personId)),
      ...(await listOwnPeople(scope)),
    ],
  })
  const people = [...new Map(asked.map((one) => [one.value, one])).values()]
  return (
    <FormPage viewer={viewer} strip={strip} title="Bar a worker">
      <p className="mb-5">
        From this moment they cannot open, find or count this person, whatever else lets them.
      </p>
      <ConflictForm given={given} people={people} />
    </FormPage>
  )
}
