import { formatDate, formatShortDate, type PlainDate } from '@/lib/dates'
import { ageOn, formatPartialDate } from '@/lib/partial-date'
import { livingWords } from '@/lib/code-lists/accommodation'
import { birthsDiffer, shownBirth } from './births'
import type { ContactRule, GivenName, Strip } from './view'

/** `Daniel Chidi Okafor` */
export const wholeName = ({
  given,
  middle = '',
  family,
}: {
  given: string
  middle?: string
  family: string
}) => [given, middle, family].filter(Boolean).join(' ')

/** What the person is called, from the names this reader may see, their own agency's first. */
export function calledName(strip: Pick<Strip, 'names' | 'unnamed'>): string {
  const known = strip.names.find(({ kind }) => kind === 'known_as') ?? strip.names[0]
  // Agencies often hold only the short first name beside the legal one: "Danny", of Daniel Okafor.
  const family = known?.family || strip.names.find((name) => name.family)?.family
  if (known) return [known.given, family].filter(Boolean).join(' ')
  return strip.unnamed ? 'Not named yet' : 'Name held by another agency'
}

/** The first name to speak of somebody by. */
export const firstName = (strip: Pick<Strip, 'names' | 'unnamed'>): string =>
  strip.names[0]?.given || (strip.unnamed ? 'this person' : 'them')

/** Whose voice it is, where the person speaks beside services. */
export const ownName = ({ names }: Pick<Strip, 'names'>): string => names[0]?.given || 'the person'

/** `Danny’s own view`: the person's, beside those of services. */
export const ownVoiceOf = (strip: Pick<Strip, 'names'>): string => `${ownName(strip)}’s own view`

/** The whole legal name, where it says more than what they are called. */
export function fullName(names: GivenName[], called: string): string | undefined {
  const legal = names.find(({ kind }) => kind === 'legal')
  const whole = legal ? wholeName(legal) : ''
  return whole && whole !== called ? whole : undefined
}

const channels: Record<string, string> = {
  text: 'text',
  phone: 'ring',
  voicemail: 'leave voicemail',
  email: 'email',
  letter: 'write',
  visit: 'visit',
  through_other: 'go through someone else',
}

/**
 * How to reach them safely, a line each: what was agreed in words where there are words, else what
 * the rule says. What another service agreed says so: it may be older, or meant for their own use.
 */
export function contactWords(rules: ContactRule[]): string[] {
  const lines = rules.map((rule) => {
    return ruleWords(rule) + (rule.own ? '' : `, says ${rule.agency}`)
  })
  return [...new Set(lines)]
}

/** What a rule says, whoever agreed it. */
export type RuleSaid = Omit<ContactRule, 'agency' | 'own'>

/** One rule in words: as agreed, where there are words, else what it says. */
export function ruleWords(rule: RuleSaid): string {
  if (rule.note) return rule.note.replace(/\.$/, '')
  const channel = channels[rule.channel] ?? rule.channel
  const first = { no: `Do not ${channel}`, only: `Only ${channel}`, yes: `May ${channel}` }[
    rule.allowed
  ]
  const voicemail = rule.voicemail === false && rule.channel === 'phone' ? 'no voicemail' : ''
  const cover = rule.coverName ? `say you are ${rule.coverName}` : ''
  return [first, rule.hours ?? '', voicemail, cover].filter(Boolean).join('; ')
}

/**
 * The identity strip's words: who this is, how to reach them safely, what to know first. Pure;
 * everything comes from what the reader may see.
 */
export function identityOf(strip: Strip, now: PlainDate) {
  const name = calledName(strip)
  const birth = shownBirth(strip.births)
  return {
    name,
    fullName: fullName(strip.names, name),
    pronouns: strip.pronouns ?? undefined,
    age: strip.died?.sure ? undefined : birth ? ageOn(birth, now)?.words : undefined,
    born: birth ? formatPartialDate(birth) : undefined,
    birthsDiffer: birthsDiffer(strip.births),
    living: strip.living ? livingIn(strip.living) : undefined,
    state: stateOf(strip),
    marks: [
      ...strip.warnings.map(({ headline, lapsesOn }) => ({
        words: headline.includes(' until ')
          ? headline
          : `${headline}, until ${formatShortDate(lapsesOn, now)}`,
        tone: 'danger' as const,
        workingOnly: true,
      })),
      // All of them: a rule left out for want of room is one that somebody may break.
      ...contactWords(strip.contactRules).map((words) => ({ words, tone: 'caution' as const })),
    ],
    moreMarks: [
      ...strip.adjustments.map(({ detail }) => ({ words: detail, tone: 'caution' as const })),
      ...(strip.lead
        ? [{ words: `Lead: ${strip.lead.name}, ${strip.lead.agency}`, tone: 'act' as const }]
        : []),
    ],
  }
}

const livingIn = ({ code, settled, area }: NonNullable<Strip['living']>) => {
  const words = settled === false ? 'no settled address' : livingWords(code)
  return area ? `${words}, ${area}` : words
}

/** Every state that holds: none may hide another, least of all what somebody only reported. */
function stateOf({ died, limited, protected: safe, unnamed }: Strip): string | undefined {
  const states = [
    died?.sure && (died.on ? `Died ${formatDate(died.on)}` : 'Died'),
    limited && 'Limited access: named workers only',
    safe && (safe.named ? 'Whereabouts protected' : 'Whereabouts protected: ask the named team'),
    died && !died.sure && 'Another service reported a death: not confirmed',
    unnamed && `No name yet: ${unnamed.description}`,
  ]
  return states.filter(Boolean).join(' · ') || undefined
}
