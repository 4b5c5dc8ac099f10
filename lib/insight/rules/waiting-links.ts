/**
 * Above this share of people with a record that may be of somebody else counted, nothing is
 * published: overlap would be understated by more than the figures could say (house rule; on made
 * extracts of four agencies a cautious matcher left out a third of those in two of them).
 */
export const mostWaiting = 0.1

/** Why a publication has to wait for decisions on records; null where it does not. */
export function refusalOfWaiting(people: number, waiting: number): string | null {
  if (people === 0) return 'Nobody would be counted, so nothing is published.'
  if (waiting <= mostWaiting * people) return null
  return (
    'Too many pairs of records wait for somebody to say whether they are of one person: more than ' +
    `${mostWaiting * 100} in 100 people counted have one. Decide them first, under Identity.`
  )
}
