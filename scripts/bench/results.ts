import type { Made } from './make-data'
import type { Interval } from './statistics'

/** Milliseconds a turn: wall clock of the whole call, processor time in Node and in PostgreSQL. */
export type Sides = { p50: number; p95: number; node: number; postgres: number }

/**
 * One job, measured. `ratio` of median times and `cpuRatio` of processor time, ours to floor A;
 * `ratioB` of median times, ours to floor B. Null where a floor was not measured; runs kept from
 * before floor B have none of it.
 */
export type Measured = {
  key: string
  job: string
  target: number | null
  targetB?: number | null
  turns: number
  rounds: number
  ours: Sides
  floor: Sides | null
  floorB?: Sides | null
  ratio: Interval | null
  ratioB?: Interval | null
  cpuRatio: Interval | null
}

export type Machine = {
  processor: string
  cores: number
  memoryGb: number
  system: string
  node: string
  postgres: string
  /** Processes waiting to run, a minute's average, before and after: a busy machine says so. */
  load: [number, number]
}

/** A page, in kilobytes compressed: its HTML, its scripts above an empty page's, and those. */
export type PageWeight = {
  name: string
  kind: 'reading' | 'form'
  /** 200, or what it answered instead; then nothing was weighed. */
  status: number
  html: number
  scripts: number
  empty: number
}

/** How many times a second a whole page is answered, over four connections. */
export type PageRate = { name: string; requestsPerSecond: number }

/** A run of the bench at one size. Pages are weighed at the usual size alone. */
export type Run = {
  on: string
  made: Made
  sizeMb: number
  machine: Machine
  jobs: Measured[]
  pages?: PageWeight[]
  rates?: PageRate[]
}
