import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { NotFound, Refused } from '@/lib/errors'
import { wholeName } from '@/lib/people/identity'
import { referenceIn } from './reference'
import type { HarmEndInput, HarmInput } from './schema'

/** The person a reference names, among those the viewer may open. @throws Refused */
async function personNamed({ db }: Scope, typed: string): Promise<string> {
  const reference = referenceIn(typed)
  const found = reference
    ? await db.$queryRaw<{ person_id: string }[]>`select * from people.by_reference(${reference})`
    : []
  const [one, ...more] = found
  if (!one) throw new Refused('You work with nobody of this reference. Check it.', 'other')
  if (more.length > 0)
    throw new Refused('Two people have this reference. Paste the address of the page.', 'other')
  return one.person_id
}

/**
 * Links the harmed person to one who may harm them, both of whom the viewer works with. The link
 * shows on the harmed person's side alone. Asks once whether this is who was meant.
 */
export async function linkHarm(scope: Scope, input: HarmInput): Promise<void> {
  const { db, viewer } = scope
  permit(viewer, 'harm:link')
  const { personId, kind, detail } = input
  const other = await personNamed(scope, input.other)
  if (input.sure !== input.other) {
    const name = await db.personName.findFirst({
      where: { personId: other },
      select: { given: true, middle: true, family: true },
    })
    const called = name ? wholeName(name) : 'somebody whose name is held elsewhere'
    throw new Refused(`This is ${called}. Tick below if that is who you mean.`, 'other')
  }
  await db.$executeRaw`
    select people.link_harm(${personId}::uuid, ${other}::uuid, ${kind}, ${detail})`
}

/** Ends a link of our own. @throws NotFound */
export async function endHarmLink({ db, viewer }: Scope, input: HarmEndInput): Promise<void> {
  permit(viewer, 'harm:link')
  const { count } = await db.harmLink.updateMany({
    where: {
      id: input.linkId,
      personId: input.personId,
      agencyId: viewer.agencyId,
      endedAt: null,
    },
    data: { endedAt: new Date() },
  })
  if (count === 0) throw new NotFound()
}

type HarmRow = {
  id: string
  other_person: string | null
  kind: string
  detail: string | null
  given_at: Date
  own: boolean
}

/**
 * Links from this person, where the viewer may read them; who it is only when they may open both.
 */
export async function listHarmLinks({ db }: Scope, personId: string) {
  const rows = await db.$queryRaw<HarmRow[]>`
    select * from people.harm_links(${personId}::uuid)`
  const ids = rows.flatMap(({ other_person }) => (other_person ? [other_person] : []))
  const names = await db.personName.findMany({
    where: { personId: { in: ids } },
    select: { personId: true, given: true, middle: true, family: true },
  })
  return rows.map(({ other_person, given_at, ...row }) => {
    const name = names.find((one) => one.personId === other_person)
    return { ...row, givenAt: given_at, who: name ? wholeName(name) : null }
  })
}
