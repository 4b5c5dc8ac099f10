import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { z } from 'zod'
import type { ImportShape } from './fields'
import { mappingSchema } from './mapping'
import { headerHash } from './row-hash'
import type { mappingFormSchema } from './schema'
import { getBatch } from './queries'

/**
 * Stores a file as it came and gives the batch. Nothing of it is read here: the worker does, since
 * no file may hold up a page.
 *
 * @throws Refused in words, while another file of the same user is being read
 */
export async function receiveFile(
  { db, viewer }: Scope,
  file: { name: string; bytes: Uint8Array<ArrayBuffer>; shape: ImportShape },
): Promise<string> {
  permit(viewer, 'transfer:import')
  // No control signs: the database takes no NUL, and the name is drawn on a page.
  const name = file.name.replace(/\p{C}/gu, '')
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select transfer.open_batch(${file.shape}, ${name}, ${file.bytes}) as id`
  return row?.id ?? ''
}

/** Settles how the file is read, remembers it for the same headings, and asks for the check. */
export async function startCheck(scope: Scope, input: z.output<typeof mappingFormSchema>) {
  permit(scope.viewer, 'transfer:import')
  const { batch, columns, orders, nameOrder, shape, kind, team } = input
  const { header } = await getBatch(scope, batch)
  const dateOrders = Object.fromEntries(
    orders.flatMap((order, at) => (order === '' ? [] : [[String(at), order] as const])),
  )
  const [dateOrder = 'dmy'] = Object.values(dateOrders)
  const read = mappingSchema.parse({ shape, columns, dateOrder, dateOrders, nameOrder })
  await scope.db.$executeRaw`
    select transfer.check_batch(${batch}::uuid, ${JSON.stringify(read)}::jsonb,
      ${headerHash(header)}, ${team}::uuid, ${kind})`
}

/** Has a file read again, with its headings on another line. */
export async function readAgain({ db, viewer }: Scope, batch: string, line: number) {
  permit(viewer, 'transfer:import')
  await db.$executeRaw`select transfer.read_again(${batch}::uuid, ${line}::int)`
}

/** Lets a checked file in. */
export async function confirmFile({ db, viewer }: Scope, batch: string) {
  permit(viewer, 'transfer:import')
  await db.$executeRaw`select transfer.confirm_batch(${batch}::uuid)`
}

/** Drops a file that has not gone in; nothing of its rows is kept. */
export async function abandonFile({ db, viewer }: Scope, batch: string) {
  permit(viewer, 'transfer:import')
  await db.$executeRaw`select transfer.abandon_batch(${batch}::uuid)`
}

/** Asks the job to take everything back that a file brought. */
export async function undoFile({ db, viewer }: Scope, batch: string) {
  permit(viewer, 'transfer:import')
  await db.$executeRaw`select transfer.undo_batch(${batch}::uuid)`
}
