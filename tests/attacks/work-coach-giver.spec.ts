import { ask } from '@/tests/support/pages/database'
import { Session } from '@/tests/support/pages/forms/session'
import {
  freeWords,
  hiddenGivers,
  readers,
  type Hidden,
  type Reader,
} from '@/tests/support/pages/hidden-givers'
import { expect, test } from '@/tests/support/pages/journey'

// What somebody would learn: that a domestic abuse service, a drug service or another worker is
// in the life of somebody they work with, where no agreement tells them so.

const pages = [
  '',
  '/timeline',
  '/needs',
  '/plan',
  '/dates',
  '/team',
  '/warnings',
  '/details',
  '/sharing',
  '/history',
]
const besides = [
  ...['/together', '/sharing/limited/names', '/contacts/new', '/needs/rate'],
  ...['/sharing/whereabouts', '/sharing/conflict'],
]

// What pages say themselves, in words that are some team's name too.
// A group that somebody agreed to share with is nobody who works with them.
const labels = ['New Directions Team Assessment', 'Probation number', 'with Probation']

/** A page's source as words: entities and JSON's escapes undone, and what was written taken out. */
function told(source: string, written: readonly string[]): string {
  let words = source
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('\\\\n', ' ')
    .replaceAll('\\"', '"')
  for (const text of written) {
    words = words.replaceAll(text, '').replaceAll(text.replaceAll('\n', ', '), '')
    for (const line of text.split('\n')) if (line.length > 24) words = words.replaceAll(line, '')
  }
  return labels.reduce((rest, label) => rest.replaceAll(label, ''), words)
}

/** The pages about a person that this reader might open, contacts of whomever among them. */
async function addresses(person: string, hidden: readonly Hidden[]): Promise<string[]> {
  const contacts = await ask<{ id: string }>(
    `select c.id from contact c join agency a on a.id = c.agency_id
     where c.person_id = $1 and a.name = any ($2) order by c.id desc limit 3`,
    [person, hidden.map(({ agency }) => agency)],
  )
  const [first] = await ask<{ id: string }>('select id from agency where name = $1', [
    hidden[0]?.agency,
  ])
  return [
    ...[...pages, ...besides].map((page) => `/people/${person}${page}`),
    `/people/${person}/timeline?agency=${first?.id}`,
    ...contacts.map(({ id }) => `/people/${person}/contacts/${id}`),
  ]
}

async function leaks(session: Session, reader: Reader, person: string): Promise<string[]> {
  const hidden = await hiddenGivers(reader, person)
  if (hidden.length === 0) return []
  const written = await freeWords(person)
  const found: string[] = []
  for (const address of await addresses(person, hidden)) {
    const words = told(await session.source(address), written).replaceAll(address, '')
    for (const { agency, words: names } of hidden)
      for (const name of names)
        if (words.includes(name) && !address.includes(name)) {
          const at = words.indexOf(name)
          found.push(
            `${reader.name}: ${address} tells ${agency}: …${words.slice(at - 60, at + 60)}…`,
          )
        }
  }
  return found
}

/** Those of a reader's people about whom most is hidden, so many of them. */
async function mostHidden(reader: Reader, most: number): Promise<string[]> {
  const counted = []
  for (const person of reader.people) {
    const { length } = await hiddenGivers(reader, person)
    if (length > 0) counted.push({ person, length })
  }
  counted.sort((one, other) => other.length - one.length)
  return counted.slice(0, most).map(({ person }) => person)
}

test('a work coach reads no name of a service that they may not know of, about anybody', async ({
  page,
}) => {
  const tom = (await readers()).find(({ name }) => name === 'Tom Reilly')
  if (!tom) throw new Error('Tom is not here')
  const session = await Session.of(page, tom.email)
  const people = await mostHidden(tom, 12)
  expect(people.length).toBeGreaterThan(5)
  const found: string[] = []
  for (const person of people) found.push(...(await leaks(session, tom, person)))
  expect(found.slice(0, 20)).toEqual([])
})

test('nor does anybody else who works with people, about those of whom most is hidden', async ({
  page,
}) => {
  const found: string[] = []
  let met = 0
  for (const reader of await readers()) {
    const people = await mostHidden({ ...reader, people: reader.people.slice(0, 30) }, 1)
    if (people.length === 0) continue
    const session = await Session.of(page, reader.email)
    for (const person of people) found.push(...(await leaks(session, reader, person)))
    met += people.length
  }
  expect(met).toBeGreaterThan(10)
  expect(found.slice(0, 20)).toEqual([])
})

test('nor about anybody in a state that hides', async ({ page }) => {
  const hiding = new Set(
    (
      await ask<{ id: string }>(
        `select person_id::text as id from protected_whereabouts where ended_at is null
         union select person_id::text from limited_access where ended_at is null
         union select person_id::text from protected_name where ended_at is null
         union select person_id::text from harm_link where ended_at is null
         union select person_id::text from choice where kind = 'objection'`,
      )
    ).map(({ id }) => id),
  )
  const found: string[] = []
  for (const reader of await readers()) {
    const people = reader.people.filter((person) => hiding.has(person)).slice(0, 2)
    if (people.length === 0) continue
    const session = await Session.of(page, reader.email)
    for (const person of people) found.push(...(await leaks(session, reader, person)))
  }
  expect(found.slice(0, 20)).toEqual([])
})
