import type { Details } from './queries'
import type { EndingFact } from './schema'

const ids = <R extends { id: string; own: boolean }>(rows: R[], stands: (row: R) => boolean) =>
  rows.filter((row) => row.own && stands(row)).map(({ id }) => id)

/** Our own facts that still stand and may be given a last day: their page's name, by entry. */
export function endableFacts(details: Details): ReadonlyMap<string, EndingFact> {
  const found: Record<EndingFact, string[]> = {
    name: ids(details.names, ({ usedUntil }) => usedUntil === null),
    birth: ids(details.births, ({ endedOn }) => endedOn === null),
    identity: ids(details.identity, ({ endedOn }) => endedOn === null),
    number: ids(details.identifiers, ({ endedOn }) => endedOn === null),
    phone: ids(details.reaches, ({ endedOn }) => endedOn === null),
    address: ids(details.addresses, ({ untilOn }) => untilOn === null),
    living: ids(details.living, ({ untilOn }) => untilOn === null),
    relationship: ids(details.relationships, ({ endedOn }) => endedOn === null),
    adjustment: ids(details.adjustments, ({ endedOn }) => endedOn === null),
    'own-words': ids(details.ownWords, ({ endedOn }) => endedOn === null),
    'safe-contact': ids(details.safeContacts, ({ endedOn }) => endedOn === null),
  }
  const facts = Object.keys(found) as EndingFact[]
  return new Map(facts.flatMap((fact) => found[fact].map((id) => [id, fact] as const)))
}
