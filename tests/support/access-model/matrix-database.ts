import type { Client } from 'pg'
import { inject } from 'vitest'
import { loadWorld } from '@/tests/support/factories/load-world'
import { connect, connectAsDefiner } from '@/tests/support/factories/session'
import { freshDatabase } from '@/tests/support/database'
import type { World } from './world'

export type MatrixDatabase = {
  urls: Awaited<ReturnType<typeof freshDatabase>>
  app: Client
  close: () => Promise<void>
}

/** A database of one's own that holds a world, and a connection of the app's login to it. */
export async function openMatrix(world: World): Promise<MatrixDatabase> {
  const urls = await freshDatabase()
  const definer = await connectAsDefiner(urls.ownerUrl, inject('server').roles.definer)
  await loadWorld(definer, world)
  await definer.query('analyze')
  await definer.end()
  const app = await connect(urls.appUrl)
  const close = async () => {
    await app.end()
    await urls.drop()
  }
  return { urls, app, close }
}
