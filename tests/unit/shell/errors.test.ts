import { expect, test } from 'vitest'
import { Busy, fromDatabase, NotPermitted, Refused, Unfit } from '@/lib/errors'

/** As Prisma hands on what a driver said. */
const said = (cause: Record<string, string>, code = 'P2010') =>
  Object.assign(new Error('Raw query failed'), {
    ...{ name: 'PrismaClientKnownRequestError', code },
    meta: { driverAdapterError: { name: 'DriverAdapterError', cause } },
  })

test.each([
  [said({ kind: 'DatabaseNotReachable', host: 'x' }), Busy],
  [said({ kind: 'postgres', originalCode: '57014' }), Busy],
  [said({ kind: 'TransactionWriteConflict', originalCode: '40001' }), Busy],
  [Object.assign(new Error('x'), { code: 'P2028' }), Busy],
  [new Error('timeout exceeded when trying to connect'), Busy],
  [said({ kind: 'postgres', originalCode: '22P02' }), Unfit],
  [said({ kind: 'UniqueConstraintViolation', originalCode: '23505' }, 'P2002'), Unfit],
  [said({ kind: 'postgres', originalCode: 'CT403' }), NotPermitted],
  [said({ kind: 'postgres', originalCode: 'CT409', originalMessage: 'Gone' }), Refused],
])('%o', (error, kind) => {
  expect(fromDatabase(error)).toBeInstanceOf(kind)
})

test('a fault stays a fault', () => {
  const fault = new TypeError('x is not a function')
  expect(fromDatabase(fault)).toBe(fault)
  const missing = said({ kind: 'postgres', originalCode: '42883' })
  expect(fromDatabase(missing)).toBe(missing)
})
