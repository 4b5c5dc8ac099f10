import { FormPage, openForm } from '../../../form-page'
import { HardTimeForm } from '../../forms'

type Props = { params: Promise<{ personId: string }> }

/** A time that does not work, as they said. */
export default async function NewHardTimePage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'hard-time',
    verb: 'fact:give',
    path: '/dates/hard/new',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="A time that does not work">
      <HardTimeForm given={given} />
    </FormPage>
  )
}
