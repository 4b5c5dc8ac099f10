/** A warning lapses unless renewed, or it outlives its reason: so many months ahead at most. */
export const LONGEST_MONTHS = 6
