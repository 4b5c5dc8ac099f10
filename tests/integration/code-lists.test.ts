import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { livingWords } from '@/lib/code-lists/accommodation'
import { codeRows } from '@/lib/code-lists/all'
import { currentCodes } from '@/lib/code-lists/current'
import { CONTACT_KINDS, labelOf } from '@/lib/codes'
import { recordContact, withdrawContact } from '@/lib/contacts/commands'
import { contactSchema } from '@/lib/contacts/schema'
import { giveLiving } from '@/lib/facts/commands'
import { livingSchema } from '@/lib/facts/schema'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  await place.look(
    `insert into code (list, key, label, position, current, detail)
     select list, key, label, position, current, detail from jsonb_to_recordset($1::jsonb)
       as r(list text, key text, label text, position int, current boolean, detail jsonb)
     on conflict do nothing`,
    [JSON.stringify(codeRows())],
  )
  await place.look(
    `insert into code (list, key, label, position) values ('contact_kind', 'At a food bank',
       'At a food bank', 99), ('accommodation', 'Living on a boat', 'Living on a boat', 99)`,
  )
})
afterAll(() => place.close())

const offer = (key: string, current: boolean) =>
  place.look(`update code set current = $2 where list = 'contact_kind' and key = $1`, [
    key,
    current,
  ])
const kinds = (retired = false) =>
  place.as('priya', async (scope) => {
    const { contact_kind: found } = await currentCodes(scope, ['contact_kind'], { retired })
    return (found ?? []).map(({ key }) => key)
  })
const record = (changes: object) =>
  place.as('priya', (scope) =>
    recordContact(
      scope,
      contactSchema.parse({
        personId: place.people.sam,
        what: 'other',
        when: 'now',
        audience: 'agreed',
        ...changes,
      }),
    ),
  )

describe('code lists', () => {
  test('what the table offers is what forms offer, and what is written', async () => {
    expect(await kinds()).toContain('At a food bank')
    const id = await record({ kind: 'At a food bank' })
    const [row] = await place.look<{ kind: string }>('select kind from contact where id = $1', [id])
    expect(labelOf(CONTACT_KINDS, row?.kind ?? '')).toBe('At a food bank')
    await expect(record({ kind: 'Nowhere' })).rejects.toThrow('“Nowhere” is not offered')
  })

  test('a retired value is offered no more, refused when sent, and stays where it was used', async () => {
    const id = await record({ kind: 'group' })
    await offer('group', false)
    expect(await kinds()).not.toContain('group')
    expect(await kinds(true)).toContain('group')
    await expect(record({ kind: 'group' })).rejects.toThrow('“In a group” is not offered')
    // What was written before can still be worked with.
    await place.as('priya', (scope) =>
      withdrawContact(scope, { personId: place.people.sam, contactId: id, why: 'Twice' }),
    )
    await offer('group', true)
    expect(await record({ kind: 'group' })).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('an outcome that was added is kept for a try, not turned into another', async () => {
    await place.look(
      `insert into code (list, key, label, position) values ('contact_outcome', 'Left a note', 'Left a note', 99)`,
    )
    const id = await record({ what: 'tried', outcome: 'Left a note' })
    const [row] = await place.look('select outcome from contact where id = $1', [id])
    expect(row).toEqual({ outcome: 'Left a note' })
  })

  test('a living situation that was added says what it is', async () => {
    const input = livingSchema.parse({ personId: place.people.sam, code: 'Living on a boat' })
    await place.as('priya', (scope) => giveLiving(scope, input))
    const [row] = await place.look('select code, settled from living_situation')
    expect(row).toEqual({ code: 'Living on a boat', settled: null })
    expect(livingWords('Living on a boat')).toBe('Living on a boat')
    expect(livingWords('Z99')).toBe('Not known')
  })
})
