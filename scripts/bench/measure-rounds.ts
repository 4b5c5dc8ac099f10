import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { readCpu } from './cpu'
import { sideNames, type Round, type Side, type SideName, type Workload } from './workload'

/** The two sides gave different answers: the measure would mean nothing. */
export class SidesDiffer extends Error {
  override name = 'SidesDiffer'
}

/**
 * Asks ours and floor A once for each turn, and stops when an answer differs. Floor B reads rows
 * that the others may not, so it is asked and not compared. Warms the caches too.
 */
export async function holdTogether(workload: Workload): Promise<void> {
  const settle = workload.settle ?? (async (answer: unknown) => answer)
  const compareBoth = workload.compareBoth ?? ((a: unknown, b: unknown) => [a, b])
  await workload.before?.()
  for (let turn = 0; turn < workload.turns; turn += 1) {
    const answer = plain(await settle(await workload.ours(turn)))
    await workload.floorB?.(turn)
    if (!workload.floor) continue
    const [ours, floor] = compareBoth(answer, plain(await settle(await workload.floor(turn))))
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
 * Rounds of the sides in turn. Who begins finds fewer pages at hand, so each side begins an equal
 * part of the turns of every round. Each part draws other people.
 */
export async function measureRounds(
  workload: Workload,
  rounds: number,
  watcher: Client,
  database: string,
): Promise<Round[]> {
  const sides = sideNames.filter((name) => workload[name])
  const measured: Round[] = []
  for (let round = 0; round < rounds; round += 1) {
    await workload.before?.()
    const parts: Record<SideName, Side[]> = { ours: [], floor: [], floorB: [] }
    for (const [part] of sides.entries()) {
      const [from, to] = [part, part + 1].map((n) =>
        Math.floor((workload.turns * n) / sides.length),
      )
      const order = [...sides.slice(part), ...sides.slice(0, part)]
      for (const name of order) {
        const turns = { from: round * workload.turns + (from ?? 0), count: (to ?? 0) - (from ?? 0) }
        parts[name].push(await measureSide(name, turns))
      }
    }
    const { floor, floorB } = parts
    measured.push({
      ours: whole(parts.ours),
      ...(floor.length > 0 ? { floor: whole(floor) } : {}),
      ...(floorB.length > 0 ? { floorB: whole(floorB) } : {}),
    })
  }
  return measured

  async function measureSide(
    name: SideName,
    turns: { from: number; count: number },
  ): Promise<Side> {
    const times: number[] = []
    const before = await readCpu(watcher, database)
    for (let turn = turns.from; turn < turns.from + turns.count; turn += 1) {
      const began = performance.now()
      await workload[name]?.(turn)
      times.push(performance.now() - began)
    }
    const after = await readCpu(watcher, database)
    const node = (after.node - before.node) / turns.count
    return { times, node, postgres: (after.postgres - before.postgres) / turns.count }
  }
}

/** The parts of one side of a round, as one. */
function whole(parts: readonly Side[]): Side {
  const times = parts.flatMap((part) => part.times)
  const mean = (of: (side: Side) => number) =>
    parts.reduce((sum, part) => sum + of(part) * part.times.length, 0) / times.length
  return { times, node: mean(({ node }) => node), postgres: mean(({ postgres }) => postgres) }
}
