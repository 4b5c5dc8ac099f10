import { FormPage, openForm } from '../../../form-page'
import { askOwn, contactIn, type ContactParams } from '../find'
import { CorrectionForm } from '../forms'

/** Correct the words of one of our own contacts. */
export default async function CorrectPage({ params }: { params: ContactParams }) {
  const contactId = await contactIn(params)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'contact-correction',
    verb: 'contact:reword',
    subject: contactId,
    path: `/contacts/${contactId}/correct`,
    ask: askOwn(contactId),
    values: ({ editions: [newest] }) => ({ words: newest?.words ?? '' }),
  })
  const version = asked.editions[0]?.edition ?? 0
  return (
    <FormPage viewer={viewer} strip={strip} title="Correct a contact">
      <CorrectionForm given={{ ...given, version }} contactId={contactId} />
    </FormPage>
  )
}
