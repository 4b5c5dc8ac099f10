/**
 * Something wrong: where (a JSON pointer, RFC 6901, behind the page it is on) and why, in words.
 */
export type Problem = { path: string; reason: string }

/** What a feed or file was found to be. */
export type Report = {
  /** Pages or files read. */
  pages: number
  /** Services in them. */
  services: number
  /**
   * What the standard does not allow in what it requires, and what kept the feed from being read.
   */
  errors: Problem[]
  /** What can be read, and should be mended. */
  warnings: Problem[]
}

/** Problems of one sort that are listed; a feed that is all wrong must not fill the memory. */
export const LISTED = 1000

type Counts = { errors: number; warnings: number }

/** Gathers problems up to a number, and says how many more there were. */
export class Findings {
  private readonly listed: Record<keyof Counts, Problem[]> = { errors: [], warnings: [] }
  private readonly counts: Counts = { errors: 0, warnings: 0 }

  /** @param where what stands before each path: the page, or nothing */
  constructor(public where = '') {}

  error(path: string, reason: string): void {
    this.add('errors', path, reason)
  }

  warn(path: string, reason: string): void {
    this.add('warnings', path, reason)
  }

  private add(sort: keyof Counts, path: string, reason: string): void {
    this.counts[sort] += 1
    const problem = { path: `${this.where}${path}` || '/', reason }
    if (this.counts[sort] <= LISTED) this.listed[sort].push(problem)
  }

  list(sort: keyof Counts): Problem[] {
    const more = this.counts[sort] - LISTED
    const rest = { path: '/', reason: `${more.toLocaleString('en-GB')} more are not listed` }
    return more > 0 ? [...this.listed[sort], rest] : this.listed[sort]
  }
}
