import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../form-page'
import { askOwn, contactIn, type ContactParams } from '../find'
import { WithdrawalForm } from '../forms'

/** Take back a contact written on the wrong person or by mistake. */
export default async function WithdrawPage({ params }: { params: ContactParams }) {
  const contactId = await contactIn(params)
  const { viewer, strip, given } = await openForm(params, {
    form: 'contact-withdrawal',
    verb: 'contact:correct',
    subject: contactId,
    path: `/contacts/${contactId}/withdraw`,
    ask: askOwn(contactId),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Withdraw a contact">
      <InsetText>
        Nothing is deleted: it stays on the timeline, struck through, so that what was read can be
        explained. To change its words, correct it instead.
      </InsetText>
      <WithdrawalForm given={given} contactId={contactId} />
    </FormPage>
  )
}
