import { NotificationBanner } from '@/components/ui/notification-banner'

const words: Record<string, string> = {
  made: 'The agreement is saved. Add parties next, then groups of teams, then terms.',
  dates: 'The dates are saved.',
  ended: 'The agreement has ended. Nothing is shared under it any more.',
  party: 'The party is added.',
  left: 'The leaving is saved.',
  group: 'The group of teams is saved.',
  term: 'The term is added.',
  'term-ended': 'The ending of the term is saved.',
}

/** What has just been done, said once at the top. */
export function Done({ what }: { what: string | string[] | undefined }) {
  const said = typeof what === 'string' ? words[what] : undefined
  return said ? <NotificationBanner tone="success">{said}</NotificationBanner> : null
}
