import 'server-only'
import { newestGroups } from '@/lib/agreements/versions'
import type { Scope } from '@/lib/db'

const inForce = () => ({ startsAt: { lte: new Date() } })

/** Agreements the viewer's agency is part of now. */
export async function listAgreements({ db, viewer }: Scope) {
  const now = new Date()
  const rows = await db.agreement.findMany({
    where: {
      ...inForce(),
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
      agreementPartys: {
        some: { agencyId: viewer.agencyId, OR: [{ leftAt: null }, { leftAt: { gt: now } }] },
      },
    },
    select: {
      id: true,
      name: true,
      receiverGroups: { select: { id: true, name: true, versionOf: true, number: true } },
    },
    orderBy: { name: 'asc' },
  })
  return {
    agreements: rows.map(({ id, name }) => ({ value: id, label: name })),
    groups: rows.flatMap(({ id, name, receiverGroups }) =>
      newestGroups(receiverGroups).map((group) => ({
        value: group.id,
        label: `${group.name} (${name})`,
        agreement: id,
      })),
    ),
  }
}

/** What our agency recorded of what they said, not withdrawn; null when there is none. */
export const getOwnChoice = ({ db, viewer }: Scope, personId: string, id: string) =>
  db.choice.findFirst({
    where: { id, personId, agencyId: viewer.agencyId, withdrawnAt: null },
    select: { kind: true, how: true, aboutCategories: true, saidOn: true },
  })

/** Cohorts the person is in now. */
export const listCohorts = ({ db }: Scope, personId: string) =>
  db.cohortMember.findMany({
    where: { personId, ...inForce(), OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
    select: { id: true, startsAt: true, agreement: { select: { name: true } } },
    orderBy: { startsAt: 'asc' },
  })
