/** The sum of 1/k over the breakdowns of one margin may not exceed this (insight's house rule). */
export const partitionBudget = 3

/**
 * What the published breakdowns of one margin have spent of its budget: each splits the same
 * people once more, and the parts' sum is another look at the total. `parts` holds the number of
 * categories of each breakdown.
 */
export function spentBudget(parts: number[]): number {
  return parts.reduce((sum, k) => sum + 1 / k, 0)
}

/**
 * The standard deviation left to somebody who averages a total over all its breakdowns, each
 * count changed with variance V (Asghar and Kaafar's attack on TableBuilder, 2019).
 */
export function deviationAfterAveraging(V: number, parts: number[]): number {
  return Math.sqrt(V / (1 + spentBudget(parts)))
}
