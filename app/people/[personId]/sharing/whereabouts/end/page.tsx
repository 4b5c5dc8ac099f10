import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../form-page'
import { EndStateForm } from '../../state-forms'

type Props = { params: Promise<{ personId: string }> }

/** End the protection of whereabouts. */
export default async function WhereaboutsEndPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'whereabouts-end',
    verb: 'whereabouts:protect',
    path: '/sharing/whereabouts/end',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="End the protection of whereabouts">
      <InsetText tone="caution">
        Everybody the agreement lets through then sees where they live and will be: from this moment
        where your agency set the protection; else when that agency’s manager or the custodian
        agrees.
      </InsetText>
      <EndStateForm given={given} of="whereabouts" />
    </FormPage>
  )
}
