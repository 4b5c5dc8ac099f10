/** Work comes from something, or anybody could open anybody; a referral makes its own. */
export const CAME_FROM = [
  { key: 'present', label: 'They came to us, or we met them' },
  { key: 'appointment', label: 'They kept an appointment' },
  { key: 'referral', label: 'They were referred to us' },
] as const

/** Why work ended that no worker chooses: said on a page of its own, or by a feed. */
export const NOT_CHOSEN: readonly string[] = ['died', 'feed_absent', 'feed']
