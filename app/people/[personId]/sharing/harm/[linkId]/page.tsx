import { notFound } from 'next/navigation'
import { InsetText } from '@/components/ui/inset-text'
import { labelOf } from '@/lib/codes'
import { listHarmLinks } from '@/lib/states/harm'
import { HARM_KINDS } from '@/lib/states/lists'
import { FormPage, openForm } from '../../../form-page'
import { HarmEndForm } from '../../harm-forms'

type Props = { params: Promise<{ personId: string; linkId: string }> }

/** End a harm link of our own. */
export default async function HarmEndPage({ params }: Props) {
  const { linkId } = await params
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'harm-end',
    verb: 'harm:link',
    subject: linkId,
    path: `/sharing/harm/${linkId}`,
    ask: async (scope, { personId }) =>
      (await listHarmLinks(scope, personId)).find(({ id, own }) => own && id === linkId) ??
      notFound(),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="End a harm link">
      <InsetText>
        {labelOf(HARM_KINDS, asked.kind)}
        {asked.who ? `: ${asked.who}` : ''}
      </InsetText>
      <HarmEndForm given={given} linkId={linkId} />
    </FormPage>
  )
}
