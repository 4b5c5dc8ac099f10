import { notFound } from 'next/navigation'
import { z } from 'zod'
import { getContact, type ContactRead } from '@/lib/contacts/queries'
import type { Scope } from '@/lib/db'

export type ContactParams = Promise<{ personId: string; contactId: string }>

/** The contact's id in the address, or *not found*. */
export async function contactIn(params: ContactParams): Promise<string> {
  const { contactId } = await params
  return z.uuid().safeParse(contactId).success ? contactId : notFound()
}

/**
 * The contact to change: one of our own that the viewer reads whole, not withdrawn. Anything else
 * is *not found*.
 */
export const askOwn =
  (contactId: string) =>
  async (scope: Scope, { personId }: { personId: string }): Promise<ContactRead> => {
    const contact = await getContact(scope, personId, contactId)
    return contact?.whole && !contact.withdrawnAt ? contact : notFound()
  }
