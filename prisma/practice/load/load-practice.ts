import { connected } from '@/scripts/connection.mjs'
import { makeAgencies } from '../agencies/make-agencies'
import type { Life } from '../lives/types'
import { addAgreements } from './agreement-rows'
import { Tables } from './bulk'
import { castCount, chooseLives, type StateName, stateChecks } from './choose-lives'
import { areaNames, placesOf, wrenford } from './city-places'
import { addCredentials, practicePassword, withPassword } from './credentials'
import { makeContext } from './entry-context'
import { addKeys, addLife } from './life-rows'
import { placeRecords } from './records'
import { type SignIn, signInList } from './sign-in-list'
import { addWorld } from './world-rows'
import { checkBefore, clearPractice, writePractice } from './write-practice'

export type PracticeOrder = {
  count: number
  seed: number
  /** `YYYY-MM-DD`, London: the day the lives are told up to. */
  today: string
  /** Replaces what was invented before; without it a practice place that is there stays. */
  refresh?: boolean
}

export type PracticeReport = {
  /** False where a practice place was there already. */
  loaded: boolean
  /** Rows written, by table. */
  rows: Record<string, number>
  signIns: SignIn[]
  /** E-mail addresses that have the practice password. */
  withPassword: string[]
  password: string
  /** Ids of people by the name they go by; the hand-written cast first. */
  people: { id: string; name: string }[]
  /** Somebody in each state, for tests. */
  states: Partial<Record<StateName, string>>
}

/** All rows of a practice place, before a database is asked anything. Pure but for argon2. */
export async function makePractice(order: PracticeOrder) {
  const { seed, today, count } = order
  const world = makeAgencies(seed)
  const city = wrenford()
  const tables = new Tables()
  addWorld(tables, world, seed, today)
  addAgreements(tables, world, seed, today)
  await addCredentials(tables, world, seed)
  const lives = chooseLives({ seed, today, count, agencies: world, places: placesOf(city) })
  const cast = new Set(lives.slice(0, castCount))
  const placement = placeRecords(tables, lives, world, seed, (life) => cast.has(life))
  const context = makeContext({
    ...{ seed, today, tables, world, areaName: areaNames(city), ...placement },
    names: new Map(lives.map((life) => [life.personKey, life.displayName])),
  })
  for (const life of lives) {
    addLife(context, life)
    addKeys(context, life)
  }
  return { world, lives, tables }
}

/**
 * Puts the practice place into a database: the invented city, agencies, agreements and lives, in
 * one transaction, so that a half-filled one does not exist.
 *
 * @param ownerUrl the owner's address of a database whose schema and security are up to date
 * @throws NotForPractice when the database is live or holds people already
 */
export async function loadPractice(ownerUrl: string, order: PracticeOrder) {
  return connected(ownerUrl, async (client): Promise<PracticeReport> => {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('practice place'))`)
    const before = await checkBefore(client)
    const { world, lives, tables } = await makePractice(order)
    const loaded = before === 'empty' || order.refresh === true
    if (loaded) {
      if (before === 'practice') await clearPractice(client)
      else {
        const mark = `insert into installation (mode, place) values ('practice', 'Wrenford')`
        await client.query(mark)
      }
      await writePractice(client, tables)
    }
    await client.query('commit')
    if (loaded) await client.query('analyze')
    return {
      loaded,
      rows: Object.fromEntries([...tables.rows].map(([name, rows]) => [name, rows.length])),
      signIns: signInList(world),
      withPassword: withPassword(world).map((user) => user.email),
      password: practicePassword,
      people: lives.map((life) => ({ id: life.id, name: life.displayName })),
      states: statesOf(lives),
    }
  })
}

function statesOf(lives: readonly Life[]): PracticeReport['states'] {
  const names = Object.keys(stateChecks) as StateName[]
  const found = names.map((name) => [name, lives.find(stateChecks[name])?.id])
  return Object.fromEntries(found.filter(([, id]) => id !== undefined))
}
