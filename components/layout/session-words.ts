/** How long before its end a session's warning is shown: three minutes, in milliseconds. */
export const WARN_BEFORE = 3 * 60_000

/**
 * What the warning says with so many milliseconds left. Whole minutes, so that a screen reader does
 * not start anew every second.
 */
export function leftWords(left: number): string {
  const minutes = Math.ceil(left / 60_000)
  const time = minutes <= 1 ? 'less than a minute' : `about ${minutes} minutes`
  return `You will be signed out in ${time}, unless you stay. What you typed is kept either way.`
}
