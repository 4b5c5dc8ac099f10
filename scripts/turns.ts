/**
 * Lets each of several jobs have its turn, one after the other: a fault in one keeps no other from
 * it. Gives what they gave.
 *
 * @throws the first fault, when all have had their turn
 */
export async function takeTurns<T>(jobs: readonly (() => Promise<T>)[]): Promise<T[]> {
  const given: T[] = []
  const faults: unknown[] = []
  for (const job of jobs) {
    try {
      given.push(await job())
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return given
}
