import 'server-only'
import type { Scope } from '@/lib/db'
import { NotFound, Refused } from '@/lib/errors'

/**
 * One of the viewer's own agency's contacts, not withdrawn, held still until this is done. @throws
 * NotFound
 */
export async function ownContact({ db, viewer }: Scope, personId: string, contactId: string) {
  const [held] = await db.$queryRaw<object[]>`
    select id from contact
    where id = ${contactId}::uuid and person_id = ${personId}::uuid and agency_id = ${viewer.agencyId}::uuid
    for update`
  if (!held) throw new NotFound()
  const contact = await db.contact.findUniqueOrThrow({
    where: { id: contactId },
    select: {
      id: true,
      categories: true,
      audience: true,
      withdrawnAt: true,
      editions: { select: { edition: true, locates: true }, orderBy: { edition: 'desc' }, take: 1 },
    },
  })
  if (contact.withdrawnAt) throw new Refused('This contact has been withdrawn. Record a new one.')
  return contact
}
