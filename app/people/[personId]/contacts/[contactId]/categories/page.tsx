import { offers } from '@/components/form/offers'
import { Card } from '@/components/ui/card'
import { CATEGORIES } from '@/lib/access/categories'
import { aboutValues, listAbout, listContactReaders } from '@/lib/contacts/queries'
import { versionOf } from '@/lib/stored-version'
import { FormPage, openForm } from '../../../form-page'
import { askOwn, contactIn, type ContactParams } from '../find'
import { CategoriesForm } from '../forms'
import { ReadersCard } from '../parts'

/** Change what a contact is about: at once, with the list of who could read it until now. */
export default async function CategoriesPage({ params }: { params: ContactParams }) {
  const contactId = await contactIn(params)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'contact-categories',
    verb: 'contact:correct',
    subject: contactId,
    path: `/contacts/${contactId}/categories`,
    ask: async (scope, opened) => ({
      contact: await askOwn(contactId)(scope, opened),
      readers: await listContactReaders(scope, contactId),
      about: await listAbout(scope),
    }),
    values: ({ contact }) => aboutValues(contact),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Change what a contact is about">
      <CategoriesForm
        given={{ ...given, version: versionOf(aboutValues(asked.contact)) }}
        contactId={contactId}
        mine={asked.contact.mine}
        categories={offers(
          CATEGORIES.filter(
            (one) => asked.about.includes(one) || asked.contact.categories.includes(one.key),
          ),
        )}
      />
      <Card title="Who could read it until now" titleId="readers" className="mt-8">
        <ReadersCard readers={asked.readers} />
      </Card>
    </FormPage>
  )
}
