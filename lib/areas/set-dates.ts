/** From when to when a set holds, as its form shows it. */
export const datesOf = (set: { validFrom: Date | null; validTo: Date | null }) => ({
  from: set.validFrom?.toISOString().slice(0, 10) ?? '',
  until: set.validTo?.toISOString().slice(0, 10) ?? '',
})
