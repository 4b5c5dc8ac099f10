import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotFound, NotPermitted, Refused } from '@/lib/errors'
import * as facts from '@/lib/facts/commands'
import { endableFacts } from '@/lib/facts/endable'
import { endFact, sayEnding } from '@/lib/facts/ending'
import { getDetails } from '@/lib/facts/queries'
import * as schemas from '@/lib/facts/schema'
import { identityFacts, numberFacts } from '@/lib/facts/words'
import { openPerson } from '@/lib/people/queries'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'
import { formAction, post } from '@/tests/support/forms'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const about = (input: object) => ({ personId: place.people.sam, ...input })
const details = (who: Worker) => place.as(who, (scope) => getDetails(scope, place.people.sam))
const number = (who: Worker, input: object) =>
  place.as(who, (scope) => facts.giveNumber(scope, schemas.numberSchema.parse(about(input))))

describe('giving facts', () => {
  test('two agencies’ dates of birth stand side by side', async () => {
    const give = (who: Worker, born: string) =>
      place.as(who, (scope) =>
        facts.giveBirth(scope, schemas.birthSchema.parse(about({ born, estimated: 'on' }))),
      )
    await give('priya', '1984-03')
    await give('tom', '1984-03-12')
    const births = (await details('priya')).births
    expect(births.map(({ by, month, day }) => [by, month, day])).toEqual(
      expect.arrayContaining([['probation', 3, null]]),
    )
    expect((await details('tom')).births).toHaveLength(2)
  })

  test('a name carries the forms it is compared and sorted by', async () => {
    const input = schemas.nameSchema.parse(
      about({ kind: 'alias', given: 'Siân', family: 'O’Neill', source: 'person' }),
    )
    await place.as('priya', (scope) => facts.giveName(scope, input))
    const [row] = await place.look<object>(
      `select norm, sort_key, source, agency_id from person_name where family = 'O’Neill'`,
    )
    expect(row).toEqual({
      norm: 'SIAN ONEILL',
      sort_key: 'ONEILL SIAN',
      source: 'person',
      agency_id: place.agencies.probation,
    })
  })

  test('a wrong number is warned about once and kept when asked', async () => {
    const wrong = { type: 'nhs', value: '999 000 0001' }
    await expect(number('priya', wrong)).rejects.toMatchObject({ field: 'value' })
    await expect(number('priya', { ...wrong, keep: 'another one' })).rejects.toBeInstanceOf(Refused)
    await number('priya', { ...wrong, keep: wrong.value })
    expect((await details('tom')).identifiers).toMatchObject([
      { value: '999 000 0001', checkState: 'warning' },
    ])
  })

  test('practice turns away a number that could be a real person’s', async () => {
    await expect(number('priya', { type: 'crn', value: 'A123456' })).rejects.toThrow(
      'could be a real person’s',
    )
  })

  test('an address writes nowhere else, and says who lives there', async () => {
    const before = await place.look('select 1 from living_situation')
    const input = schemas.addressSchema.parse(
      about({ lines: '1 Example Street', postcode: 'ZZ1 1ZZ', lives: 'others' }),
    )
    const give = (keep: string | null) =>
      place.as('priya', (scope) => facts.giveAddress(scope, { ...input, keep }))
    await expect(give(null)).rejects.toMatchObject({ field: 'postcode' })
    await give('ZZ1 1ZZ')
    const rows = await place.look<{ source: string; agency_id: string }>(
      'select source, agency_id from address',
    )
    expect(rows).toEqual([
      { source: 'who lives there: they and others', agency_id: place.agencies.probation },
    ])
    expect(await place.look('select 1 from living_situation')).toEqual(before)
    expect((await details('tom')).addresses).toEqual([])
  })

  test('an address of a protected person stays with the agency that gave it', async () => {
    const { sam } = place.people
    await place.as(
      'priya',
      ({ db }) => db.$executeRaw`
        select people.protect_whereabouts(${sam}::uuid, 'safety', '2030-01-01'::date, '{}')`,
    )
    const input = schemas.addressSchema.parse(about({ lines: 'A safe house', lives: 'alone' }))
    await place.as('tom', (scope) => facts.giveAddress(scope, input))
    const given = { lines: 'A safe house', own: true }
    expect((await details('tom')).addresses).toMatchObject([given])
    expect((await details('dana')).addresses).toEqual([])
    await place.as(
      'priya',
      ({ db }) => db.$executeRaw`select people.end_protected_whereabouts(${sam}::uuid, 'x')`,
    )
    expect((await details('tom')).addresses).toMatchObject([given])
  })

  test('a child is a first name, and is asked less of', async () => {
    const child = (otherName: string) =>
      schemas.relationshipSchema.safeParse(about({ kind: 'child', otherName, childYear: '2019' }))
    expect(child('Mia Example').error?.issues[0]?.message).toMatch('first name only')
    const input = schemas.relationshipSchema.parse(about({ kind: 'child', otherName: 'Mia' }))
    await place.as('priya', (scope) => facts.giveRelationship(scope, input))
    expect((await details('priya')).relationships).toMatchObject([{ otherName: 'Mia' }])
    expect((await details('dana')).relationships).toEqual([])
  })

  test('their own words reach everyone who may open them, once agreed', async () => {
    const words = { words: 'Call me Sam.' }
    expect(schemas.ownWordsSchema.safeParse(about(words)).success).toBe(false)
    const input = schemas.ownWordsSchema.parse(about({ ...words, agreed: 'on' }))
    await place.as('priya', (scope) => facts.giveOwnWords(scope, input))
    expect((await details('dana')).ownWords).toMatchObject([{ words: 'Call me Sam.' }])
  })

  test('where they stay now ends where our own agency had them before', async () => {
    const give = (code: string, fromOn: string) =>
      place.as('tom', (scope) =>
        facts.giveLiving(scope, schemas.livingSchema.parse(about({ code, fromOn }))),
      )
    await give('A08A', '2026-01-01')
    await give('A04', '2026-02-01')
    const rows = await place.look<{ code: string; settled: boolean; until: string | null }>(
      'select code, settled, until_on::text as until from living_situation order by from_on',
    )
    expect(rows).toEqual([
      { code: 'A08A', settled: false, until: '2026-02-01' },
      { code: 'A04', settled: true, until: null },
    ])
  })

  test('pronouns, sex, gender and ethnic group are an entry each, of their own category', async () => {
    const give = (who: Worker, input: object) =>
      place.as(who, (scope) =>
        facts.giveIdentity(scope, schemas.identitySchema.parse(about(input))),
      )
    const answers = { pronouns: 'they', sex: 'female', ethnicity: '14', source: 'person' }
    await give('priya', { ...answers, gender: 'own_term', genderWords: 'genderfluid' })
    await give('tom', { gender: 'not_asked', sex: 'prefer_not_to_say' })
    const rows = await place.look<object>(
      `select d.categories, concat_ws(' ', pronouns, sex, gender, gender_words, ethnicity) as said
       from identity_detail d left join identity_words w on w.identity_detail_id = d.id
       where d.agency_id = '${place.agencies.probation}' order by 2`,
    )
    expect(rows).toEqual([
      { categories: ['equality'], said: '14' },
      { categories: ['equality'], said: 'female' },
      { categories: ['equality'], said: 'own_term genderfluid' },
      { categories: ['identity'], said: 'they' },
    ])
    const [pronouns, , gender, ethnic] = identityFacts(await details('priya')).slice(-4)
    expect(pronouns?.values).toMatchObject([{ value: 'they', source: 'They said' }])
    expect(gender?.values.map(({ value }) => value)).toContain('genderfluid')
    expect(ethnic?.values).toMatchObject([{ value: 'Irish' }])
    expect(schemas.identitySchema.safeParse(about({})).success).toBe(false)
    const [entryId, endedOn] = [ethnic?.values[0]?.id ?? '', '2026-01-31']
    const end = (who: Worker) =>
      place.as(who, (scope) =>
        endFact(scope, schemas.factEndSchema.parse(about({ fact: 'identity', entryId, endedOn }))),
      )
    await expect(end('tom')).rejects.toBeInstanceOf(NotFound)
    await end('priya')
    // A former answer is shown to nobody: it may be what somebody keeps to themselves.
    expect(identityFacts(await details('priya')).at(-1)?.values).toEqual([])
  })

  test('a role without the verb is refused; sent twice it is one fact', async () => {
    await expect(number('vi', { type: 'local', value: '7' })).rejects.toBeInstanceOf(NotPermitted)
    const action = formAction(schemas.adjustmentSchema, async (scope, input) => {
      await facts.giveAdjustment(scope, input)
      return '/saved'
    })
    const values = about({ formKey: randomUUID(), kind: 'reading', detail: 'Read aloud' })
    for (let times = 0; times < 2; times += 1)
      expect(await post(place.tokens.priya, action, values as Record<string, string>)).toEqual({
        wentTo: '/saved',
      })
    expect((await details('tom')).adjustments).toHaveLength(1)
  })
})

describe('a fact that is no longer so', () => {
  test('gets a last day from its own agency, once, and stays', async () => {
    const input = schemas.reachSchema.parse(about({ kind: 'mobile', value: '07700 900 123' }))
    await place.as('priya', (scope) => facts.giveReach(scope, input))
    const reach = (await details('priya')).reaches[0]
    expect(reach?.value).toBe('07700 900 123')
    const entryId = reach?.id ?? ''
    const end = (who: Worker) =>
      place.as(who, (scope) =>
        endFact(scope, {
          personId: place.people.sam,
          fact: 'phone',
          entryId,
          endedOn: '2026-01-31',
        }),
      )
    const say = (who: Worker) =>
      place.as(who, (scope) => sayEnding(scope, 'phone', place.people.sam, entryId))
    expect(await say('tom')).toBeNull()
    await expect(end('tom')).rejects.toBeInstanceOf(NotFound)
    expect(await say('ben')).toBe('07700 900 123')
    await end('ben')
    await expect(end('priya')).rejects.toBeInstanceOf(NotFound)
    expect((await details('priya')).reaches).toHaveLength(1)
  })

  test('a date of birth and a number found wrong leave the strip and the search, and stay', async () => {
    const personId = place.people.sam
    const born = schemas.birthSchema.parse(about({ born: '1971-05-06' }))
    await place.as('ben', (scope) => facts.giveBirth(scope, born))
    await number('ben', { type: 'nhs', value: '999 002 4588' })
    const found = () =>
      place.as('tom', async ({ db }) => {
        const [row] = await db.$queryRaw<{ ids: string[] }[]>`
          select people.find_mine('{}', '{}', ${['9990024588']}::text[], '{}', '{}', '{}') as ids`
        return row?.ids
      })
    const births = () =>
      place.as('tom', async (scope) => {
        const opened = await openPerson(scope, personId, 'details')
        return opened?.strip.births.filter(({ year }) => year === 1971).length
      })
    expect([await found(), await births()]).toEqual([[personId], 1])
    const mine = await details('ben')
    const ids = {
      birth: mine.births.find(({ year }) => year === 1971)?.id ?? '',
      number: mine.identifiers.find(({ value }) => value === '999 002 4588')?.id ?? '',
    }
    for (const fact of ['birth', 'number'] as const) {
      const entryId = ids[fact]
      expect(await place.as('tom', (s) => sayEnding(s, fact, personId, entryId))).toBeNull()
      expect(await place.as('ben', (s) => sayEnding(s, fact, personId, entryId))).toMatch(
        fact === 'birth' ? '6 May 1971' : 'NHS number 999 002 4588',
      )
      await place.as('ben', (s) => endFact(s, { personId, fact, entryId, endedOn: '2026-01-31' }))
    }
    expect([await found(), await births()]).toEqual([[], 0])
    const after = await details('tom')
    expect(identityFacts(after).flatMap(({ values }) => values)).toContainEqual(
      expect.objectContaining({ id: ids.birth, span: 'found wrong 31 January 2026' }),
    )
    expect(numberFacts(after).flatMap(({ values }) => values)).toContainEqual(
      expect.objectContaining({ id: ids.number, span: 'until 31 January 2026' }),
    )
    expect(endableFacts(mine).get(ids.birth)).toBe('birth')
    expect(endableFacts(await details('ben')).get(ids.birth)).toBeUndefined()
  })

  test('every fact that ends says itself in words', async () => {
    const giving = {
      name: () =>
        place.as('ben', (scope) =>
          facts.giveName(scope, schemas.nameSchema.parse(about({ kind: 'alias', given: 'Sammy' }))),
        ),
      'safe-contact': () =>
        place.as('ben', (scope) =>
          facts.giveSafeContact(
            scope,
            schemas.safeContactSchema.parse(about({ channel: 'text', allowed: 'only' })),
          ),
        ),
    }
    for (const give of Object.values(giving)) await give()
    const found = await details('ben')
    const alias = found.names.find(({ given }) => given === 'Sammy')
    const words = await place.as('ben', async (scope) => [
      await sayEnding(scope, 'name', place.people.sam, alias?.id ?? ''),
      await sayEnding(scope, 'safe-contact', place.people.sam, found.safeContacts[0]?.id ?? ''),
    ])
    expect(words).toEqual(['Sammy', 'Text message'])
  })
})
