import { END_REASONS } from '@/lib/codes'

/** An involvement comes from something (safeguards.md 2.6); a referral makes its own. */
export const CAME_FROM = [
  { key: 'present', label: 'They came to us, or we met them' },
  { key: 'appointment', label: 'They kept an appointment' },
  { key: 'referral', label: 'They were referred to us' },
] as const

/** What a worker may choose; `died` is said on its own page and a feed says its own. */
export const ENDS = END_REASONS.filter(({ key }) => key !== 'died' && key !== 'feed_absent')
