import { notFound } from 'next/navigation'
import { InsetText } from '@/components/ui/inset-text'
import { headlineValues } from '@/lib/contacts/headline'
import { dateValues } from '@/lib/form-state'
import { versionOf } from '@/lib/stored-version'
import { FormPage, openForm } from '../../../form-page'
import { askOwn, contactIn, type ContactParams } from '../find'
import { HeadlineForm } from './form'

/** Correct the day, time, kind or outcome of one of our own contacts. */
export default async function HeadlinePage({ params }: { params: ContactParams }) {
  const contactId = await contactIn(params)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'contact-headline',
    verb: 'contact:reword',
    subject: contactId,
    path: `/contacts/${contactId}/headline`,
    lists: ['contact_kind', 'contact_outcome'],
    ask: async (scope, opened) => {
      const contact = await askOwn(contactId)(scope, opened)
      // What an agency's system says is put right there.
      return contact.source === 'worker' ? headlineValues(contact) : notFound()
    },
    values: ({ date, ...rest }) => ({ ...rest, ...dateValues('date', date) }),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Correct when and how it was">
      <InsetText>
        Everybody who sees the contact sees what you write here. What stood there before stays in
        your own agency’s history.
      </InsetText>
      <HeadlineForm given={{ ...given, version: versionOf(asked) }} contactId={contactId} />
    </FormPage>
  )
}
