import { setImmediate } from 'node:timers/promises'
import type { Client } from 'pg'
import { connected } from '@/scripts/connection.mjs'
import type { AgencyWorld } from '../agencies/agency-types'
import { makeAgencies } from '../agencies/make-agencies'
import type { Life } from '../lives/types'
import { addAgreements } from './agreement-rows'
import { Tables } from './bulk'
import { Queue } from './candidates'
import { castCount, chooseLives } from './choose-lives'
import { areaNames, placesOf, wrenford } from './city-places'
import { addCredentials } from './credentials'
import { asDefiner } from './definer'
import { makeContext } from './entry-context'
import { addKeys, addLife } from './life-rows'
import { fillInstitutions, writePlace } from './place-rows'
import { makePlacer } from './records'
import { writeReadiness } from './readiness-rows'
import { writePropositions } from './proposition-rows'
import { askPublications } from './publication-rows'
import { type PracticeReport, report, Seen } from './report'
import { addWorld } from './world-rows'
import {
  checkBefore,
  clearPractice,
  finishLoad,
  makeWriter,
  triggersByRow,
  writeCity,
} from './write-practice'

export type PracticeOrder = {
  count: number
  seed: number
  /** `YYYY-MM-DD`, London: the day the lives are told up to. */
  today: string
  /** Replaces what was invented before; without it a practice place that is there stays. */
  refresh?: boolean
  /** Every trigger row by row, as when people type: slower, and the trail has a line for each. */
  everyTrigger?: boolean
  /** So many quarters wait to be published by the job; none unless said. */
  quarters?: number
}

/** Lives to a batch: the next is invented while PostgreSQL writes the last. Even, for pairs. */
const batch = 100

/** Adds lives batch by batch and hands each over to be written. */
async function tellLives(
  order: PracticeOrder,
  world: AgencyWorld,
  tables: Tables,
  write: (rows: ReturnType<Tables['take']>) => Promise<void>,
): Promise<Seen> {
  const { seed, today, count } = order
  const city = wrenford()
  const seen = new Seen()
  const queue = new Queue()
  const names = new Map<string, string>()
  const cast = new Set<string>()
  const isCast = (life: Life) => cast.has(life.personKey)
  const { place, placement } = makePlacer(tables, world, seed, isCast)
  const areaName = areaNames(city)
  const context = makeContext({ seed, today, tables, world, areaName, ...placement, names })
  let writing = Promise.resolve()
  const flush = async (lives: Life[]) => {
    place(lives)
    for (const life of lives) {
      addLife(context, life)
      queue.note(life.id, addKeys(context, life))
      seen.add(life)
      await setImmediate() // lets the last batch's next statement go
    }
    await writing
    writing = write(tables.take())
  }
  let lives: Life[] = []
  const all = { seed, today, count, agencies: world, places: placesOf(city) }
  for (const life of chooseLives(all)) {
    if (names.size < castCount) cast.add(life.personKey)
    names.set(life.personKey, life.displayName)
    lives.push(life)
    if (lives.length === batch) {
      await flush(lives)
      lives = []
    }
    await setImmediate()
  }
  await flush(lives)
  queue.write(tables, seed, `${today}T04:00:00.000Z`)
  await writing
  await write(tables.take())
  return seen
}

async function fill(client: Client, order: PracticeOrder, world: AgencyWorld) {
  const { seed, today, everyTrigger } = order
  if (!everyTrigger) await triggersByRow(client, 'disable')
  await asDefiner(client)
  await writePlace(client, today)
  await writeReadiness(client, today)
  await writeCity(client)
  const tables = new Tables()
  const { write, written } = await makeWriter(client)
  addWorld(tables, world, seed, today)
  addAgreements(tables, world, seed, today)
  await addCredentials(tables, world, seed)
  await write(tables.take())
  await fillInstitutions(client)
  const seen = await tellLives(order, world, tables, write)
  await writePropositions(client, today)
  await askPublications(client, { today, quarters: order.quarters ?? 0 })
  await finishLoad(client, { seed, today, rows: written })
  if (!everyTrigger) await triggersByRow(client, 'enable')
  return { written, seen }
}

/**
 * Puts the practice place into a database: the invented city, agencies, agreements and lives, in
 * one transaction, so that a half-filled one does not exist.
 *
 * @param ownerUrl the owner's address of a database whose schema and security are up to date
 * @throws NotForPractice when the database is live or holds people already
 */
export async function loadPractice(
  ownerUrl: string,
  order: PracticeOrder,
): Promise<PracticeReport> {
  return connected(ownerUrl, async (client) => {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('practice place'))`)
    const world = makeAgencies(order.seed)
    const before = await checkBefore(client)
    if (before === 'practice' && !order.refresh) return report(world, null)
    if (before === 'practice') await clearPractice(client)
    const mark = `insert into installation (mode, place) values ('practice', 'Wrenford')`
    if (before === 'empty') await client.query(mark)
    const filled = await fill(client, order, world)
    await client.query('commit')
    await client.query('analyze')
    return report(world, filled)
  })
}
