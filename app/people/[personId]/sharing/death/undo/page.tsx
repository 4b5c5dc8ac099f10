import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../form-page'
import { DeathEndForm } from '../../harm-forms'

type Props = { params: Promise<{ personId: string }> }

/** A death that one's own agency recorded was an error. */
export default async function DeathUndoPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'death-end',
    verb: 'death:record',
    path: '/sharing/death/undo',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Undo a death">
      <InsetText>
        Every team’s work and every coming appointment that this ended is as it was. What was
        recorded stays, for your agency alone.
      </InsetText>
      <DeathEndForm given={given} />
    </FormPage>
  )
}
