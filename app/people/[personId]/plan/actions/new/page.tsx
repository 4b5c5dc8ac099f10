import { today } from '@/lib/dates'
import { firstName } from '@/lib/people/identity'
import { getPlan, listOwners } from '@/lib/plan/queries'
import { planOn } from '@/lib/plan/rules'
import { THE_PERSON } from '@/lib/plan/schema'
import { FormPage, openForm } from '../../../form-page'
import { ActionForm } from '../../forms'

type Props = { params: Promise<{ personId: string }> }

/** Add an action: what, towards which goal, who, by when. */
export default async function NewActionPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'plan-action',
    verb: 'plan:write',
    path: '/plan/actions/new',
    ask: async (scope, { personId }) => ({
      plan: await getPlan(scope, personId),
      owners: await listOwners(scope, personId),
    }),
  })
  const { goals } = planOn(asked.plan, today())
  const open = goals.filter((goal) => goal.saidBy === 'person' || goal.agreement !== 'not_asked')
  return (
    <FormPage viewer={viewer} strip={strip} title="Add an action">
      <ActionForm
        given={given}
        goals={[
          ...open.map(({ id, words }) => ({ value: id, label: words })),
          { value: '', label: 'None of them' },
        ]}
        owners={[{ value: THE_PERSON, label: firstName(strip) }, ...asked.owners]}
      />
    </FormPage>
  )
}
