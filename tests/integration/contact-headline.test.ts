import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordContact } from '@/lib/contacts/commands'
import { correctHeadline } from '@/lib/contacts/headline'
import { getContact } from '@/lib/contacts/queries'
import { contactSchema, headlineSchema } from '@/lib/contacts/schema'
import { NotFound, NotPermitted, Refused, Stale } from '@/lib/errors'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const record = (who: Worker, changes: object = {}) =>
  place.as(who, (scope) =>
    recordContact(
      scope,
      contactSchema.parse({
        ...{ personId: place.people.sam, what: 'seen', when: 'now' },
        ...{ words: 'Saw Sam.', audience: 'agreed', ...changes },
      }),
    ),
  )
const read = (who: Worker, id: string) =>
  place.as(who, (scope) => getContact(scope, place.people.sam, id))

describe('when and how a contact was', () => {
  const correct = (who: Worker, contactId: string, changes: object = {}, version = null) =>
    place.as(who, (scope) =>
      correctHeadline(
        scope,
        headlineSchema.parse({
          ...{ personId: place.people.sam, contactId, date: '2026-03-04', time: '14:30' },
          ...{ kind: 'phone', outcome: 'not_seen', ...changes },
        }),
        version,
      ),
    )

  test('is put right for everybody who sees it, and our history keeps what stood there', async () => {
    const id = await record('priya', { place: 'Office' })
    await correct('ben', id)
    const said = { kind: 'phone', outcome: 'not_seen' }
    for (const who of ['priya', 'tom'] as const) expect(await read(who, id)).toMatchObject(said)
    expect((await read('priya', id))?.place).toMatchObject({
      happenedAt: new Date('2026-03-04T14:30:00Z'),
      place: 'Office',
    })
    const [change] = await place.look<{ before: object }>(
      `select before from change where entry_id = $1 and table_name = 'contact'`,
      [id],
    )
    expect(change?.before).toMatchObject({ kind: 'not_said', outcome: 'kept' })
  })

  test('a time can be taken away, and given where there was none', async () => {
    const id = await record('priya', { when: 'earlier', date: '2026-03-01' })
    const time = async () => (await read('priya', id))?.place?.happenedAt?.toISOString()
    expect(await time()).toBeUndefined()
    await correct('priya', id)
    expect(await time()).toBe('2026-03-04T14:30:00.000Z')
    await correct('priya', id, { time: '' })
    expect(await time()).toBeUndefined()
  })

  test('is for our own agency’s workers, of what stands and no system gave', async () => {
    const id = await record('priya')
    await expect(correct('tom', id)).rejects.toBeInstanceOf(NotFound)
    await expect(correct('vi', id)).rejects.toBeInstanceOf(NotPermitted)
    await expect(correct('priya', id, {}, 7 as never)).rejects.toBeInstanceOf(Stale)
    expect(() => headlineSchema.parse({ date: '2999-01-01' })).toThrow()
    await place.look(`update contact set source = 'feed' where id = $1`, [id])
    await expect(correct('priya', id)).rejects.toThrow('not corrected here')
    await place.look(`update contact set source = 'worker', withdrawn_at = now() where id = $1`, [
      id,
    ])
    await expect(correct('priya', id)).rejects.toBeInstanceOf(Refused)
  })
})
