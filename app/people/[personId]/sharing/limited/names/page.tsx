import { Link } from '@/components/ui/link'
import { getStates } from '@/lib/sharing/queries'
import { listNameable } from '@/lib/states/offered'
import { FormPage, openForm } from '../../../form-page'
import { NamedForm } from '../../state-forms'

type Props = { params: Promise<{ personId: string }> }

/** Who is named on a limited-access record. */
export default async function NamedPage({ params }: Props) {
  const { viewer, strip, personId, asked, given } = await openForm(params, {
    form: 'named',
    verb: 'access:limit',
    path: '/sharing/limited/names',
    ask: async (scope, opened) => ({
      named: (await getStates(scope, opened.personId)).limitedNamed,
      others: await listNameable(scope, opened.personId),
    }),
  })
  const named = asked.named.map(({ user_id, name }) => ({ value: user_id, label: name }))
  const others = asked.others.filter(({ value }) => !named.some((one) => one.value === value))
  return (
    <FormPage viewer={viewer} strip={strip} title="Who is named">
      <p className="mb-5">
        Naming somebody, and taking off somebody of {viewer.agency}, counts from now. Taking off
        somebody of another agency waits for the custodian or their manager. The custodian always
        stays.
      </p>
      <NamedForm given={given} named={named} others={others} />
      <p className="mt-8">
        <Link href={`/people/${personId}/sharing/limited/end`}>End limited access</Link>
      </p>
    </FormPage>
  )
}
