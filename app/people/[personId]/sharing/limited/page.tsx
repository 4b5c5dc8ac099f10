import { WarningText } from '@/components/ui/warning-text'
import { addMonths, today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { listNameable } from '@/lib/states/offered'
import { FormPage, openForm } from '../../form-page'
import { LimitedForm } from '../state-forms'

type Props = { params: Promise<{ personId: string }> }

/** Named people alone: to everybody else there is no such person. */
export default async function LimitedPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'limited',
    verb: 'access:limit',
    path: '/sharing/limited',
    ask: (scope, { personId }) => listNameable(scope, personId),
    values: () => dateValues('reviewOn', addMonths(today(), 3)),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Limit access">
      <WarningText>
        To everybody who is not named it will be as if there were no such person, from this moment.
      </WarningText>
      <LimitedForm given={given} people={asked} />
    </FormPage>
  )
}
