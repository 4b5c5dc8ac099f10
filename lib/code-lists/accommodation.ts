/**
 * Where somebody lives, by the nDelius codes (`AddressUsageCode.kt` of
 * ministryofjustice/hmpps-person-record), and three of our own for what those leave out. `settled`
 * follows another HMPPS repository; null where it says nothing. Retired codes still arrive.
 *
 * `shown` is what a screen says: some codes are kept as received and shown only as not settled,
 * because they can incriminate or expose (squat, immigration detention).
 */
export type AccommodationCode = {
  readonly key: string
  readonly label: string
  readonly settled: boolean | null
  readonly shown?: string
  readonly current?: false
}

const NOT_SETTLED = 'Not settled'

export const ACCOMMODATION: readonly AccommodationCode[] = [
  { key: 'NONE', label: 'No settled address', settled: false },
  { key: 'A08A', label: 'Sleeping rough', settled: false },
  { key: 'A07A', label: 'Friends or family for now (sofa surfing)', settled: false },
  { key: 'A08C', label: 'Shelter, emergency hostel or campsite', settled: false },
  { key: 'A03', label: 'Short term', settled: false },
  { key: 'A04', label: 'Supported housing', settled: true },
  { key: 'A01D', label: 'Social rent', settled: true },
  { key: 'A01C', label: 'Private rent', settled: true },
  { key: 'A01A', label: 'Owner', settled: true },
  { key: 'A07B', label: 'Friends or family, settled', settled: true },
  { key: 'A02', label: 'Approved premises', settled: false },
  { key: 'A10', label: 'CAS2, 13 weeks or more', settled: false },
  { key: 'A11', label: 'CAS2, under 13 weeks', settled: false },
  { key: 'A17', label: 'CAS3', settled: false },
  { key: 'A12', label: 'Long-term residential care', settled: true },
  { key: 'A13', label: 'Home Office, section 4', settled: false, shown: NOT_SETTLED },
  { key: 'A14', label: 'Home Office, section 10', settled: false, shown: NOT_SETTLED },
  { key: 'A15', label: 'Immigration detention', settled: false, shown: NOT_SETTLED },
  { key: 'A08', label: 'Squat', settled: false, shown: NOT_SETTLED },
  { key: 'A16', label: 'Awaiting assessment', settled: false },
  { key: 'PRISON', label: 'In prison', settled: false },
  { key: 'HOSPITAL', label: 'In hospital', settled: null },
  // Named on no screen: a refuge is a place, and the word alone tells that there is one.
  { key: 'REFUGE', label: 'Refuge', settled: false, shown: NOT_SETTLED },
  { key: 'A08B', label: 'Homeless, other', settled: null, current: false },
  { key: 'A05', label: 'No fixed abode (old code)', settled: null, current: false },
  { key: 'A06', label: 'No information (old code)', settled: null, current: false },
]

/**
 * What a screen says of a code. One that an administrator added is its own words; one that a file
 * brought and nobody knows is not known.
 */
export function livingWords(key: string): string {
  const code = ACCOMMODATION.find((one) => one.key === key)
  if (code) return code.shown ?? code.label
  return /\p{Ll}/u.test(key) ? key : 'Not known'
}

/** Whether a code is settled accommodation; null when the code does not say. */
export const isSettled = (key: string): boolean | null =>
  ACCOMMODATION.find((one) => one.key === key)?.settled ?? null
