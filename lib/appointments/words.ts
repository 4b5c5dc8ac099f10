import { firstCapital } from '@/lib/first-capital'

type Said = { kind: string; agency: string; place: string | null; worker?: string | null }

/** A date to come: what it is, whose, with which worker, where. A place often says whose. */
export function dateWords({ kind, agency, place, worker }: Said): string {
  const whose = place?.startsWith(agency) ? null : agency
  return firstCapital([kind, whose, worker, place].filter(Boolean).join(', '))
}
