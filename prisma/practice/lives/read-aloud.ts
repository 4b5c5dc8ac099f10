import type { AgencyWorld } from '../agencies/agency-types'
import { ageOn, spokenDate, spokenDay } from './days'
import type { Day } from './entry-types'
import type { Life } from './types'

const monthAndYear = (day: Day) => spokenDay(day).replace(/^\d+ /, '')

const NEEDS: Record<string, string> = {
  homelessness: 'homelessness',
  substance_use: 'substance use',
  justice: 'justice involvement',
  mental_health: 'mental health',
  domestic_abuse: 'domestic abuse',
  money: 'money',
  physical_health: 'physical health',
  isolation: 'isolation',
  immigration: 'immigration status',
  care_experience: 'years in care',
  learning: 'reading and learning',
  safeguarding: 'safeguarding',
  work: 'work',
}

/** A life in prose, to be read aloud: what happened, what was said, who is there now. */
export function readAloud(life: Life, world: AgencyWorld, today: Day): string {
  const name = (key: string) => world.users.find((u) => u.key === key)?.name ?? key
  const agency = (key: string) => world.agencies.find((a) => a.key === key)?.name ?? key
  const paragraphs: string[] = []
  const dealt = life.dealt.map((need) => NEEDS[need] ?? need).join(', ')
  const died = life.states.death?.on
  const age = `${ageOn(life.born, died ?? today)}${died ? `, died ${spokenDay(died)}` : ''}`
  paragraphs.push(`**${life.displayName}**, ${age}. Needs: ${dealt}.`)
  const events = [...life.story].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  if (events.length > 0) {
    paragraphs.push(events.map((e) => `${monthAndYear(e.on)}: ${e.words}`).join(' '))
  }
  const own = life.ownWords.find((w) => w.kind === 'words')
  if (own) paragraphs.push(`In their own words: “${own.words}”`)
  const spoken = life.contacts.filter((c) => c.words.length > 90)
  const picked = [0.15, 0.55, 0.98].map((at) => spoken[Math.floor(at * spoken.length)])
  for (const note of new Set(picked)) {
    if (!note) continue
    const by = `${name(note.userKey)}, ${agency(note.agencyKey)}`
    paragraphs.push(`${spokenDay(note.happenedAt.slice(0, 10))}, ${by}: “${note.words}”`)
  }
  paragraphs.push(ending(life, name, agency))
  return paragraphs.join('\n\n')
}

type Named = (key: string) => string

function ending(life: Life, name: Named, agency: Named): string {
  const missed = life.contacts.filter((c) => c.outcome !== 'kept').length
  const names = [...new Set(life.names.map((n) => `${n.given} ${n.family}`.trim()))]
  const births = new Set(life.births.map((b) => b.value))
  const open = life.involvements.filter((i) => i.to === null)
  const involved = open.map((i) => {
    const worker = i.workers.find((s) => s.to === null)
    const who = worker ? name(worker.userKey) : 'nobody yet'
    return `${agency(i.agencyKey)} (${who}${i.lead.length > 0 ? ', lead' : ''})`
  })
  const next = life.appointments
    .filter((a) => a.state === 'booked')
    .map((a) => a.at)
    .sort()[0]
  const held = life.records.length === 1 ? 'one agency' : `${life.records.length} agencies`
  return [
    `${life.contacts.length} contacts, ${missed} of them not kept or not reached.`,
    involved.length > 0 ? `Involved now: ${involved.join('; ')}.` : 'Nobody is involved now.',
    next ? `Next date ${spokenDate(next.slice(0, 10))}.` : '',
    `Held by ${held} as ${names.join(', ') || 'nobody by name'}`,
    births.size > 1 ? `with ${births.size} dates of birth.` : 'with one date of birth.',
  ]
    .filter(Boolean)
    .join(' ')
}
