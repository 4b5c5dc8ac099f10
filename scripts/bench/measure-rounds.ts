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
 * Rounds of A and B in turn. Who begins finds fewer pages at hand, so each side begins half of the
 * turns of every round. Each half draws other people.
 */
export async function measureRounds(
  workload: Workload,
  rounds: number,
  watcher: Client,
  database: string,
): Promise<Round[]> {
  const measured: Round[] = []
  const half = Math.ceil(workload.turns / 2)
  for (let round = 0; round < rounds; round += 1) {
    const from = round * workload.turns
    const first = await measureHalf(['ours', 'floor'], from, half)
    const second = await measureHalf(['floor', 'ours'], from + half, workload.turns - half)
    measured.push({
      ours: bothHalves(first.ours, second.ours),
      floor: bothHalves(first.floor, second.floor),
    })
  }
  return measured

  async function measureHalf(order: readonly Name[], from: number, turns: number): Promise<Round> {
    const sides: Record<Name, Side> = { ours: unmeasured, floor: unmeasured }
    for (const name of order) sides[name] = await measureSide(workload[name], from, turns)
    return sides
  }

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

type Name = keyof Round

const unmeasured: Side = { times: [], node: NaN, postgres: NaN }

function bothHalves(one: Side, other: Side): Side {
  const times = [...one.times, ...other.times]
  const mean = (a: number, b: number) =>
    (a * one.times.length + b * other.times.length) / times.length
  return {
    ...{ times, node: mean(one.node, other.node) },
    postgres: mean(one.postgres, other.postgres),
  }
}
