import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { getContact, listContactReaders } from '@/lib/contacts/queries'
import { withPerson } from '../../open'
import { PersonPage } from '../../person-page'
import { contactIn, type ContactParams } from './find'
import { EarlierCard, HeadlineCard, ReadersCard } from './parts'

export const metadata: Metadata = { title: 'A contact' }

/**
 * One contact, whole: its words and what they were before, who has read it, and how to put it
 * right.
 */
export default async function ContactPage({ params }: { params: ContactParams }) {
  const contactId = await contactIn(params)
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'record',
    async (scope, opened) => {
      const contact = await getContact(scope, opened.personId, contactId)
      const readers = contact?.own ? await listContactReaders(scope, contactId) : []
      return { contact, readers }
    },
  )
  const { contact, readers } = asked
  if (!contact) notFound()
  const here = `/people/${personId}/contacts/${contactId}`
  const mayChange = contact.whole && !contact.withdrawnAt && can(viewer, 'contact:correct')
  return (
    <PersonPage viewer={viewer} strip={strip} width="reading">
      <div className="space-y-5">
        <HeadlineCard contact={contact} />
        {mayChange ? (
          <ul className="no-print flex flex-wrap gap-x-6 gap-y-2">
            {can(viewer, 'contact:reword') ? (
              <li>
                <Link href={`${here}/correct`}>Correct the words</Link>
              </li>
            ) : null}
            {can(viewer, 'contact:reword') && contact.source === 'worker' ? (
              <li>
                <Link href={`${here}/headline`}>Correct the day, time, kind or outcome</Link>
              </li>
            ) : null}
            <li>
              <Link href={`${here}/categories`}>Change what it is about</Link>
            </li>
            <li>
              <Link href={`${here}/withdraw`}>Withdraw it</Link>
            </li>
          </ul>
        ) : null}
        <EarlierCard contact={contact} />
        {contact.own ? (
          <Card title="Who has opened this person since" titleId="readers">
            <ReadersCard readers={readers} />
          </Card>
        ) : null}
      </div>
    </PersonPage>
  )
}
