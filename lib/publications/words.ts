import type { AuditReport } from '@/lib/insight/rules/audit-publication'

type Accuracy = { table: string; cells: number; median: number; p90: number }

/** What the audit of a publication found, as it is kept. */
export type Audit = Partial<AuditReport> & { accuracy?: Accuracy[] }

/** What a publication's facts say of where it stands. */
export type Facts = {
  no: number | null
  built_at: Date | null
  failed_at: Date | null
  dropped_at: Date | null
  first_by: string | null
  step: string | null
  done: number
  of_all: number
}

export type Standing = {
  kind: 'building' | 'waits' | 'published' | 'refused' | 'dropped'
  words: string
}

/** Where a publication stands, worked out from its facts. */
export function standingOf(facts: Facts): Standing {
  if (facts.dropped_at) return { kind: 'dropped', words: 'Not published' }
  if (facts.no !== null) return { kind: 'published', words: `Published, number ${facts.no}` }
  if (facts.failed_at) return { kind: 'refused', words: 'Refused by the audit' }
  if (facts.built_at)
    return {
      kind: 'waits',
      words: facts.first_by
        ? `${facts.first_by} has agreed. A second person has to`
        : 'Built. Two people have to agree',
    }
  return { kind: 'building', words: progressOf(facts) }
}

function progressOf({ step, done, of_all }: Facts): string {
  if (!step) return 'Waits to be built'
  const part = of_all > 0 ? ` (${done} of ${of_all})` : ''
  if (step === 'numbers') return `Giving everybody their secret number${part}`
  if (step === 'audit') return 'Trying to work somebody out from it'
  return `Counting: ${step}${part}`
}

/** The audit's report in plain words, a line each; nothing of a number of people. */
export function auditInWords({ tightest, weakest, warnings, accuracy = [] }: Audit): string[] {
  const errors = accuracy.filter(({ cells }) => cells > 0)
  const worst = errors.reduce<Accuracy | null>(
    (found, one) => (found === null || one.median > found.median ? one : found),
    null,
  )
  return [
    ...(tightest
      ? [`The smallest range to which a small figure can be narrowed: ${tightest.width} people.`]
      : ['No small figure can be narrowed down.']),
    ...(weakest ? [guessInWords(weakest.deviation)] : []),
    ...(warnings && warnings.length > 0
      ? [`Of ${warnings.length} small figures it shows that somebody is there, and not who.`]
      : []),
    ...(worst
      ? [
          `Figures of twenty or more are off by ${worst.median} in 100 as a rule, in the least ` +
            'exact table.',
        ]
      : []),
  ]
}

const guessInWords = (deviation: number) =>
  `The best guess at any figure from all the others is off by ${deviation.toFixed(1)} people or ` +
  'more, as a rule.'
