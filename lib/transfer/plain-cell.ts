import { RUNS } from './report'

/**
 * A cell without what a spreadsheet or our own report put around it: `="00123"`, an apostrophe
 * before a number or before what a spreadsheet would run, the `.0` of a number that was kept as a
 * fraction. A name may begin with an apostrophe ('t Hooft), so one before a letter stays.
 */
export function plainCell(cell: string): string {
  const text = /^\s*="([^"]*)"\s*$/.exec(cell)?.[1] ?? cell
  const bare = /^'/.test(text) && /^\d|^\(\d/.test(text.slice(1)) ? text.slice(1) : text
  const open = bare.startsWith("'") && RUNS.test(bare.slice(1)) ? bare.slice(1) : bare
  return /^\s*\d{2,}\.0\s*$/.test(open) ? open.replace(/\.0\s*$/, '') : open
}

const OURS = ['Line', 'Column', 'Reason']

/** How many columns at the start are those that our report of refused rows puts there. */
export const reportColumns = (header: readonly string[]): number =>
  header.length > OURS.length && OURS.every((name, at) => header[at]?.trim() === name)
    ? OURS.length
    : 0
