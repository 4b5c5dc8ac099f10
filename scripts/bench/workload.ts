/**
 * One job measured three ways: ours, floor A (the same answer by SQL written by hand, as the same
 * login under the same policies) and floor B (the same functions by a superuser, whom no policy
 * holds up). All return what the user would get, so that it can be compared.
 */
export type Workload = {
  key: string
  job: string
  /** The ratio to floor A that the design asks for; null where none is asked for. */
  target: number | null
  /** The ratio to floor B that the design asks for. */
  targetB?: number
  /** Turns of each side in a round. */
  turns: number
  ours: (turn: number) => Promise<unknown>
  floor?: (turn: number) => Promise<unknown>
  floorB?: (turn: number) => Promise<unknown>
  /** Done before each round, and not timed. */
  before?: () => Promise<unknown>
  /** What an answer stands for, where it is not the thing itself: rows just written. */
  settle?: (answer: unknown) => Promise<unknown>
  /** What of ours and floor A must be equal; all of it unless said. */
  compareBoth?: (ours: unknown, floor: unknown) => [unknown, unknown]
}

export const sideNames = ['ours', 'floor', 'floorB'] as const
export type SideName = (typeof sideNames)[number]

/** One side of one round: time of each turn, and processor time of all of them, in ms. */
export type Side = { times: number[]; node: number; postgres: number }
/** A round; a side that the workload has not is missing. */
export type Round = { ours: Side; floor?: Side; floorB?: Side }
