import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { readCpu } from './cpu'
import type { Round, Side, Workload } from './workload'

/** The two sides gave different answers: the measure would mean nothing. */
export class SidesDiffer extends Error {
  override name = 'SidesDiffer'
}

/** Asks both sides once for each turn, and stops when an answer differs. Warms the caches too. */
export async function holdTogether(workload: Workload): Promise<void> {
  const settle = workload.settle ?? (async (answer: unknown) => answer)
  const compareBoth = workload.compareBoth ?? ((a: unknown, b: unknown) => [a, b])
  for (let turn = 0; turn < workload.turns; turn += 1) {
    const [ours, floor] = compareBoth(
      plain(await settle(await workload.ours(turn))),
      plain(await settle(await workload.floor(turn))),
    )
    if (isDeepStrictEqual(ours, floor)) continue
    const [a, b] = [JSON.stringify(ours), JSON.stringify(floor)]
    const at = [...a].findIndex((letter, i) => letter !== b[i])
    throw new SidesDiffer(
      `${workload.key}, turn ${turn}: the answers differ at ${at}:\n` +
        `${a.slice(Math.max(0, at - 80), at + 120)}\n${b.slice(Math.max(0, at - 80), at + 120)}`,
    )
  }
}

const plain = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer ?? null))

/**
 * Rounds of A and B in turn, the one that begins changing each round, so that neither side always
 * finds the caches warm. Each round draws other people.
 */
export async function measureRounds(
  workload: Workload,
  rounds: number,
  watcher: Client,
  database: string,
): Promise<Round[]> {
  const measured: Round[] = []
  for (let round = 0; round < rounds; round += 1) {
    const from = round * workload.turns
    const side = (work: Workload['ours']) => measureSide(work, from, workload.turns)
    const both: Partial<Round> = {}
    const order = round % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)
    for (const name of order) both[name] = await side(workload[name])
    if (both.ours && both.floor) measured.push({ ours: both.ours, floor: both.floor })
  }
  return measured

  async function measureSide(work: Workload['ours'], from: number, turns: number): Promise<Side> {
    const times: number[] = []
    const before = await readCpu(watcher, database)
    for (let turn = from; turn < from + turns; turn += 1) {
      const began = performance.now()
      await work(turn)
      times.push(performance.now() - began)
    }
    const after = await readCpu(watcher, database)
    const node = (after.node - before.node) / turns
    return { times, node, postgres: (after.postgres - before.postgres) / turns }
  }
}
