import { roleNames, type Role } from '@/lib/access/policy'

type Named = { role: Role; title: string | null; teams?: readonly string[] }

/** A role as colleagues know it: "Outreach lead (practitioner), Street team". */
export const roleWords = ({ role, title, teams = [] }: Named): string =>
  [title ? `${title} (${roleNames[role].toLowerCase()})` : roleNames[role], ...teams].join(', ')

/** Whom an offered role still waits for, in a sentence; `who` may say yes as a second person. */
export function offerWaits(
  offer: { asksUser: boolean; asksSecond: boolean; mayAgree: readonly string[] },
  user: string,
): string {
  const second =
    offer.mayAgree.length > 0
      ? `a second person: ${offer.mayAgree.join(', or ')}`
      : 'a second person, and nobody can be one yet: whoever runs this service makes another administrator'
  if (offer.asksSecond && offer.asksUser) return `Waits for ${user} to take it, and for ${second}.`
  if (offer.asksSecond) return `Waits for ${second}.`
  return `Waits for ${user} to take it.`
}

/** For whom an offer of one's own still waits, in a few words. */
export function mineWaits(offer: { asksUser: boolean; asksSecond: boolean; user: string }): string {
  if (offer.asksUser && offer.asksSecond) return `Waits for ${offer.user} and a second person`
  return offer.asksUser ? `Waits for ${offer.user}` : 'Waits for a second person'
}

/** What an offer to oneself still needs. */
export function ownOfferWaits(offer: { asksMe: boolean; asksSecond: boolean }): string {
  if (offer.asksMe && offer.asksSecond) return 'Waits for you and for a second person there.'
  return offer.asksMe ? 'Waits for you.' : 'Waits for a second person there to agree.'
}
