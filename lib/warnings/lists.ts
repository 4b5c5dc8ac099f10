/** A warning lapses unless renewed: at most so many months ahead (safeguards.md 2.13). */
export const LONGEST_MONTHS = 6
