import { today } from '@/lib/dates'
import { listAgreements } from '@/lib/choices/offered'
import { dateValues } from '@/lib/form-state'
import { FormPage, openForm } from '../../form-page'
import { ChoiceForm } from '../choice-forms'

type Props = { params: Promise<{ personId: string }> }

/** Record what the person said about sharing. */
export default async function ChoicePage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'choice',
    verb: 'choice:record',
    path: '/sharing/choice',
    ask: (scope) => listAgreements(scope),
    values: () => dateValues('saidOn', today()),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Record what they said">
      <ChoiceForm given={given} agreements={asked.agreements} groups={asked.groups} />
    </FormPage>
  )
}
