/** One job measured two ways. Both return what the user would get, so that it can be compared. */
export type Workload = {
  key: 'W1' | 'W2' | 'W3' | 'W4' | 'W6'
  job: string
  /** The ratio to the floor that the design asks for. */
  target: number
  /** Turns of each side in a round. */
  turns: number
  ours: (turn: number) => Promise<unknown>
  floor: (turn: number) => Promise<unknown>
  /** What an answer stands for, where it is not the thing itself: rows just written. */
  settle?: (answer: unknown) => Promise<unknown>
  /** What of the two must be equal; all of it unless said. */
  compareBoth?: (ours: unknown, floor: unknown) => [unknown, unknown]
}

/** One side of one round: time of each turn, and processor time of all of them, in ms. */
export type Side = { times: number[]; node: number; postgres: number }
export type Round = { ours: Side; floor: Side }
