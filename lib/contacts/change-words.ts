import { ABUSE_DIRECTIONS, END_REASONS, labelOf, NEED_DOMAINS, TRENDS } from '@/lib/codes'
import { livingWords } from '@/lib/code-lists/accommodation'
import { formatDate, formatShortDate, londonDate } from '@/lib/dates'
import { sayAddress } from '@/lib/facts/say-address'
import { firstCapital } from '@/lib/first-capital'
import { WITHDRAWN_WHY } from '@/lib/needs/lists'
import { wordsOf } from '@/lib/needs/steps'
import type { RatedNeed, TimelineChange } from '@/lib/people/view'

type Of<What extends TimelineChange['what']> = Extract<TimelineChange, { what: What }>

/** `Homelessness: a lot, more worried`: one need as it was rated. */
const ratedWords = (need: RatedNeed) => `${labelOf(NEED_DOMAINS, need.domain)}: ${howWords(need)}`

function howWords(need: RatedNeed): string {
  const { direction, trend } = need
  return [
    direction ? labelOf(ABUSE_DIRECTIONS, direction).toLowerCase() : '',
    wordsOf(need),
    trend ? labelOf(TRENDS, trend).toLowerCase() : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** What somebody may read of a rating only in part: that there is one, and not how bad it is. */
const isPart = ({ own, needs }: Of<'needs'>) =>
  !own && needs.some(({ state, graded }) => state === 'current' && !graded)

const sinceWords = (undated: boolean) => (undated ? 'Since when is not known' : undefined)

function warningTitle({ headline, ended, renewed, lapsed }: Of<'warning'>): string {
  const what = ended ? (lapsed ? 'lapsed' : 'ended') : renewed ? 'renewed' : ''
  return `${['Warning', what].filter(Boolean).join(' ')}: ${headline}`
}

const assessmentTitle = ({ tool, total }: Of<'assessment'>) =>
  tool === 'ndta' ? `New Directions Team Assessment: ${total} of 48` : `Assessment: ${total}`

/** What changed in a line, and what else is to be said of it. */
function said(change: TimelineChange): { title: string; words?: string | undefined } {
  switch (change.what) {
    case 'living': {
      const where = [livingWords(change.code), change.area].filter(Boolean).join(', ')
      if (change.ended) return { title: `No longer: ${where}` }
      return { title: `Living situation: ${where}`, words: sinceWords(change.undated) }
    }
    case 'address': {
      const where = sayAddress(change)
      if (change.ended) return { title: `No longer at ${where}` }
      return { title: `Address: ${where}`, words: sinceWords(change.undated) }
    }
    case 'warning':
      return { title: warningTitle(change), words: change.reason ?? undefined }
    case 'needs': {
      const [one, ...more] = change.needs
      if (one && more.length === 0)
        return { title: `${labelOf(NEED_DOMAINS, one.domain)} rated: ${howWords(one)}` }
      const all = change.needs.map(ratedWords)
      return { title: `${all.length} needs rated`, words: all.join('\n') }
    }
    case 'assessment':
      return { title: assessmentTitle(change) }
    case 'work': {
      const title = `Work ${change.ended ? 'ended' : 'begun'}`
      return {
        title: change.team ? `${title}: ${change.team}` : title,
        words: change.reason ? labelOf(END_REASONS, change.reason) : undefined,
      }
    }
  }
}

/** `Withdrawn 20 November 2026: it was entered by mistake`, of what its agency took back. */
function takenBack(change: TimelineChange): string | undefined {
  if (!('withdrawnAt' in change) || !change.withdrawnAt) return undefined
  const when = formatDate(londonDate(new Date(change.withdrawnAt)))
  const why = change.withdrawnWhy ? labelOf(WITHDRAWN_WHY, change.withdrawnWhy).toLowerCase() : ''
  return [`Withdrawn ${when}`, why].filter(Boolean).join(': ')
}

/** The page on which each of them stands whole. */
const pages = {
  ...{ living: 'details', address: 'details', warning: 'warnings' },
  ...{ needs: 'needs', assessment: 'needs', work: 'team' },
} as const

/** Something that changed, as the timeline draws it: a quiet line among the contacts. */
export function changeEntry(change: TimelineChange, personId: string) {
  const { id, day, what, ended, agency, author } = change
  const changed = takenBack(change)
  return {
    id: ended ? `${id} end` : id,
    ...{ when: formatShortDate(day), date: day },
    ...said(change),
    by: [firstCapital(agency), author].filter(Boolean).join(' · '),
    mark: what === 'work' && ended ? ('work-ended' as const) : what,
    quiet: true,
    part: what === 'needs' && isPart(change) ? 'How bad it is' : undefined,
    changed,
    href: `/people/${personId}/${pages[what]}`,
  }
}
