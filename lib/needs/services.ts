import 'server-only'
import { lookAt } from '@/lib/access/look'
import type { Scope } from '@/lib/db'
import { listInvolved } from '@/lib/team/queries'
import type { Service } from './lanes'

type Read = { id: string; categories: string[]; readable: boolean }

/**
 * Services that work or worked with a person, as far as the viewer may know, with what their work
 * is about and whether what they record about it would be theirs to read: the policies' own
 * question (prisma/security/30-policies.sql), which tells nothing of what is there.
 */
export async function listServices(scope: Scope, personId: string): Promise<Service[]> {
  await lookAt(scope, [personId])
  const involved = await listInvolved(scope, personId)
  const rows = await scope.db.$queryRaw<Read[]>`
    select v.id, v.categories, (access.mark((select access.looked()), v.record_id), v.class_id)
      in (select * from access.looked_doors(3)) as readable
    from involvement v where v.person_id = ${personId}::uuid`
  const about = new Map(rows.map(({ id, ...row }) => [id, row]))
  return involved.map(({ id, agency, own, startsOn, endsOn, workers, team, phone }) => {
    const worker = workers.find(({ left, until }) => !left && until === null)
    return {
      ...{ agency, own, startsOn, endsOn },
      categories: about.get(id)?.categories ?? [],
      readable: own || (about.get(id)?.readable ?? true),
      ring: worker?.name ?? team,
      phone: worker?.phone ?? phone,
    }
  })
}
