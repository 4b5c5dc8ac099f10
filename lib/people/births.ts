import { agenciesDiffer } from '@/lib/facts/differ'
import { formatPartialDate, type PartialDate } from '@/lib/partial-date'

/** A date of birth as an agency gave it; the year too may not be known. */
export type BirthSaid = Omit<PartialDate, 'year'> & {
  year: number | null
  /** Seen on a document: a passport, a birth certificate. */
  proof: boolean
  own: boolean
  givenAt: string
}

type Known<B> = B & { year: number }

/**
 * The dates of birth that a reader may see, the one to show first. Proof weighs more than what
 * one's own agency was told, so that two colleagues with the same proof before them read one date;
 * then one's own agency, then a whole date, then the newest. Those without a year are left out.
 */
export function weighBirths<B extends BirthSaid>(births: readonly B[]): Known<B>[] {
  const known = births.filter((one): one is Known<B> => one.year !== null)
  return known.sort(
    (one, other) =>
      Number(other.proof) - Number(one.proof) ||
      Number(other.own) - Number(one.own) ||
      Number(one.day === null) - Number(other.day === null) ||
      (one.givenAt < other.givenAt ? 1 : -1),
  )
}

/** The date of birth to show, wherever one alone is shown; null when not even a year is known. */
export const shownBirth = (births: readonly BirthSaid[]): PartialDate | null =>
  weighBirths(births)[0] ?? null

/** Do the values that this reader may see differ? */
export const birthsDiffer = (births: readonly (BirthSaid & { agency: string })[]): boolean =>
  agenciesDiffer(
    births
      .filter((one): one is Known<typeof one> => one.year !== null)
      .sort((one, other) => (one.givenAt < other.givenAt ? 1 : -1))
      .map((one) => ({ value: formatPartialDate(one), by: one.agency })),
  )
