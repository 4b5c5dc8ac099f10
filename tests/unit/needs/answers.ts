import type { Service } from '@/lib/needs/lanes'
import type { Answer } from '@/lib/needs/steps'

let count = 0

/** An answer of Housing First on homelessness, changed as a test needs it. */
export const answer = (changes: Partial<Answer> = {}): Answer => ({
  id: String((count += 1)),
  domain: 'homelessness',
  state: 'current',
  severity: 3,
  trend: null,
  direction: null,
  ratedOn: '2026-06-01',
  agency: 'Housing First',
  own: true,
  withdrawnAt: null,
  ...changes,
})

/** A mental health service whose words do not reach the reader. */
export const service = (changes: Partial<Service> = {}): Service => ({
  agency: 'Community Mental Health',
  own: false,
  startsOn: '2025-03-01',
  endsOn: null,
  categories: ['mental_health'],
  readable: false,
  ring: 'Joy',
  phone: '01632 960 001',
  ...changes,
})
