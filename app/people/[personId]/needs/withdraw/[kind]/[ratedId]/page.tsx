import { notFound } from 'next/navigation'
import { InsetText } from '@/components/ui/inset-text'
import { withdrawnSchema } from '@/lib/needs/schema'
import { getWithdrawable } from '@/lib/needs/withdrawing'
import { FormPage, openForm } from '../../../../form-page'
import { WithdrawForm } from './form'

type Props = { params: Promise<{ personId: string; kind: string; ratedId: string }> }

const place = withdrawnSchema.pick({ kind: true, entryId: true })

/** Take back a rating or an assessment of our own: on the wrong person, or a mistake. */
export default async function WithdrawPage({ params }: Props) {
  const { kind, ratedId: entryId } = await params
  const asked = place.safeParse({ kind, entryId })
  if (!asked.success) notFound()
  const what = asked.data.kind
  const opened = await openForm(params, {
    form: 'need-withdrawal',
    verb: what === 'rating' ? 'need:rate' : 'assessment:record',
    subject: asked.data.entryId,
    path: `/needs/withdraw/${what}/${entryId}`,
    ask: async (scope, { personId }) =>
      (await getWithdrawable(scope, { personId, ...asked.data })) ?? notFound(),
  })
  const title = what === 'rating' ? 'Withdraw a rating' : 'Withdraw an assessment'
  return (
    <FormPage viewer={opened.viewer} strip={opened.strip} title={title}>
      <InsetText>
        Given on {opened.asked.given}. Nothing is deleted: your own agency still sees it, marked as
        withdrawn. Nobody else sees it any more.
      </InsetText>
      <WithdrawForm given={opened.given} title={title} {...asked.data} />
    </FormPage>
  )
}
