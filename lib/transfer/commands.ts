import 'server-only'
import { permit } from '@/lib/access/policy'
import { withScope, type Scope } from '@/lib/db'
import type { z } from 'zod'
import type { ImportShape } from './fields'
import { mappingSchema } from './mapping'
import { headerHash } from './row-hash'
import type { mappingFormSchema } from './schema'
import { getBatch } from './queries'
import { pieces, readUpload } from './upload'

/**
 * Stores a file's rows as they came and gives the batch. Read first, whole; then a transaction for
 * each two thousand rows, so that no page waits for a long one. A file cut off on the way is seen
 * as such and can only be abandoned.
 *
 * @throws FileRefused in words, for a file that cannot be read
 */
export async function receiveFile(
  token: string,
  file: { name: string; bytes: Uint8Array; shape: ImportShape },
): Promise<string> {
  await withScope(token, async ({ viewer }) => permit(viewer, 'transfer:import'))
  const { encoding, hash, header, rows } = await readUpload(file.bytes)
  const batch = await withScope(token, async ({ db }) => {
    const [row] = await db.$queryRaw<{ id: string }[]>`
      select transfer.open_batch(${file.shape}, ${file.name}, ${encoding}, ${hash},
        ${JSON.stringify(header)}::jsonb, ${rows.length}::int) as id`
    return row?.id ?? ''
  })
  for (const piece of pieces(rows)) {
    await withScope(
      token,
      ({ db }) => db.$executeRaw`select transfer.add_rows(${batch}::uuid, ${piece}::jsonb)`,
    )
  }
  return batch
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
