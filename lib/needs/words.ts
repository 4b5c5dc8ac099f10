import { NEED_DOMAINS, TRENDS, labelOf } from '@/lib/codes'
import { daysAgo, type PlainDate } from '@/lib/dates'
import type { NeedNow } from '@/lib/people/view'
import { unseenWords } from './unseen'

// Domestic abuse stays off the overview: it is read over a shoulder. It has its place on Needs.
const overviewDomains = [
  'homelessness',
  'substance_use',
  'justice',
  'mental_health',
  'money',
  'physical_health',
  'work',
]

/**
 * Needs as the overview draws them: the usual seven, each as somebody saw it; not known, not asked
 * and what the reader sees nothing of kept apart. The person's own view where it is all there is:
 * both stand beside each other on Needs. `ownVoice`: `Danny’s own view`.
 */
export function overviewNeeds(needs: readonly NeedNow[], ownVoice: string, now: PlainDate) {
  return overviewDomains.map((domain) => {
    const all = needs.filter((need) => need.domain === domain)
    const rated = all.find(({ byPerson }) => !byPerson) ?? all[0]
    return {
      ...needRow(domain, rated),
      said: rated ? saidOf(rated, ownVoice, now) : unseenWords,
    }
  })
}

function needRow(domain: string, rated: NeedNow | undefined) {
  const row = { label: labelOf(NEED_DOMAINS, domain), domain: domain.replaceAll('_', '-') }
  if (rated?.state === 'not_asked') return { ...row, state: 'not-asked' as const }
  if (!rated) return { ...row, state: 'unseen' as const }
  if (rated.state === 'not_known') return { ...row, state: 'not-known' as const }
  if (rated.state === 'current' && rated.severity === null)
    return { ...row, state: 'recorded' as const }
  const severity = rated.state === 'current' ? (rated.severity ?? 0) : 0
  return { ...row, state: 'rated' as const, severity: severity as 0 | 1 | 2 | 3 | 4 }
}

/** `better, says Housing First, 9 days ago`; `better, Danny’s own view, 9 days ago` */
export function saidOf(need: NeedNow, ownVoice: string, now: PlainDate): string {
  const { trend, agency, ratedOn, state, byPerson } = need
  if (state === 'not_known' || state === 'not_asked')
    return `says ${agency}, ${daysAgo(ratedOn, now)}`
  const how =
    state === 'past'
      ? 'in the past'
      : state === 'none'
        ? 'not a need'
        : trend
          ? labelOf(TRENDS, trend)
          : 'now'
  const whose = byPerson ? ownVoice : `says ${agency}`
  return `${how.toLowerCase()}, ${whose}, ${daysAgo(ratedOn, now)}`
}
