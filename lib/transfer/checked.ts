import type { Facets } from '@/lib/people/matching/facets'
import type { storedPerson } from './prepare'
import type { Problem } from './problems'

/** What the check says of one row, as it is stored; `facets` while it is compared with others. */
export type Checked = {
  line: number
  outcome: 'refused' | 'same' | 'received'
  parsed: { localRef: string; keys?: string[]; why?: string } | null
  problems: Problem[] | null
  facets?: Facets
}

/** A row of people that is going to be taken in, with what it is compared by. */
export type CheckedPerson = Checked & {
  parsed: ReturnType<typeof storedPerson> & { why?: string }
  problems: Problem[]
  facets: Facets
}
