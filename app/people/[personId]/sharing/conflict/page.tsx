import { listBarrable } from '@/lib/states/offered'
import { FormPage, openForm } from '../../form-page'
import { ConflictForm } from '../harm-forms'

type Props = { params: Promise<{ personId: string }> }

/** A worker who must never open this person. Beats everything else. */
export default async function ConflictPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'conflict',
    verb: 'conflict:declare',
    path: '/sharing/conflict',
    ask: (scope, { personId }) => listBarrable(scope, personId),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Bar a worker">
      <p className="mb-3">
        Once barred they cannot open, find or count this person, whatever else lets them. Yourself
        or somebody who works for {viewer.agency} alone: from this moment. Your managers are told,
        and can undo it.
      </p>
      <p className="mb-5">
        Somebody of another agency: the custodian or their manager is asked, and sees who asked and
        why. If it cannot wait, ring the partnership desk as well.
      </p>
      <ConflictForm given={given} people={asked} />
    </FormPage>
  )
}
