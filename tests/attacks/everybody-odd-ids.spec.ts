import { plantCanaries, someoneWho } from '@/tests/support/pages/canary'
import { expect, test } from '@/tests/support/pages/journey'
import { addressOf, addressParts, builtActions, builtRoutes } from '@/tests/support/pages/routes'

// Addresses and forms that no page of ours has ever made. Each is answered like nobody's.
const odd: Record<string, string> = {
  'no id': 'abc',
  'an id of nobody': '01890000-0000-7000-8000-00000000dead',
  'half an id': '01890000-0000-7000-8000',
  'dashes for an id': '------------------------------------',
  'an id in braces': '%7B01890000-0000-7000-8000-00000000dead%7D',
  'a sign that is no letter': 'a%00b',
  'half a letter': '%ED%A0%80',
  'what no address holds': '%E0%A4%A',
  'a word of the language': '__proto__',
  'a way out': '..%2F..%2Fetc',
  'a very long word': 'x'.repeat(3000),
  'a statement': "1'%20or%20'1'='1",
}
const queries: Record<string, string> = {
  odd: ['before', 'after', 'did', 'page', 'at', 'key', 'user', 'team', 'day', 'from', 'to', 'done']
    .map((name) => `${name}=a%00b`)
    .join('&'),
  far: ['before', 'after', 'at', 'day', 'from', 'to', 'date', 'since', 'until']
    .map((name) => `${name}=999999999-99-99`)
    .join('&'),
  ids: ['before', 'after', 'did', 'user', 'team', 'key', 'entry', 'of']
    .map((name) => `${name}=------------------------------------`)
    .join('&'),
  twice: ['before', 'after', 'did', 'page', 'key', 'user', 'team', 'q', 'kind', 'need', 'sort']
    .map((name) => `${name}=1&${name}=2`)
    .join('&'),
  numbers: ['page', 'version', 'after', 'before', 'line', 'most']
    .map((name) => `${name}=99999999999999999999`)
    .join('&'),
}

const roles = ['practitioner', 'manager', 'administrator', 'officer', 'steward', 'custodian']

// Whoever a route opens for asks it everything; the others, who are turned away at its door, share.
for (const [turn, role] of roles.entries())
  test(`a ${role} meets no fault at any odd address`, async ({ as }) => {
    test.slow()
    const page = await as(await someoneWho(role))
    const parts = await addressParts(await plantCanaries())
    const wrong: string[] = []
    const statusOf = async (path: string, why: string) => {
      const status = (await page.request.get(path, { maxRedirects: 0 })).status()
      if (status >= 500 && !path.startsWith('/busy')) wrong.push(`${path} (${why})`)
      return status
    }
    let asked = 0
    for (const route of builtRoutes()) {
      const opens = (await statusOf(addressOf(route, parts), 'as it is')) === 200
      const names = [...route.matchAll(/\[(\w+)\]/g)].map((found) => found[1] ?? '')
      const addresses = [
        ...names.flatMap((name) =>
          Object.entries(odd).map(([why, value]) => [
            addressOf(route, { ...parts, [name]: value }),
            `${name} is ${why}`,
          ]),
        ),
        ...Object.entries(queries).map(([why, query]) => [
          `${addressOf(route, parts)}?${query}`,
          why,
        ]),
      ] as [string, string][]
      for (const [path, why] of addresses) {
        asked += 1
        if (opens || asked % roles.length === turn) await statusOf(path, why)
      }
    }
    expect(wrong).toEqual([])
  })

const inForm: Record<string, string> = {
  ...{ nul: 'a\u0000b', half: 'a\ud800b', id: '------------------------------------' },
  ...{ number: '1e999', date: '99999-99-99', far: '275760-09-13', long: 'x'.repeat(100_000) },
  ...{ nobody: '01890000-0000-7000-8000-00000000dead', proto: '__proto__' },
}

test('every server action answers odd values in words', async ({ as }) => {
  test.slow()
  const parts = await addressParts(await plantCanaries())
  const wrong: string[] = []
  for (const role of ['practitioner', 'administrator', 'officer', 'steward']) {
    const page = await as(await someoneWho(role))
    for (const { id, name, pages } of builtActions()) {
      const path = addressOf(pages[0] ?? '/', parts)
      for (const [why, value] of Object.entries(inForm)) {
        const fields = ['personId', 'id', 'batch', 'user', 'team', 'of', 'membership', 'version']
        const answer = await page.request.post(path, {
          headers: { 'next-action': id, origin: process.env.BASE_URL ?? '' },
          multipart: {
            '0': '["$undefined","$K1"]',
            ...Object.fromEntries(fields.map((field) => [`1_${field}`, value])),
            '1_words': value,
          },
          maxRedirects: 0,
        })
        if (answer.status() >= 500) wrong.push(`${name} of ${path} (${why}) for a ${role}`)
      }
    }
  }
  expect(wrong).toEqual([])
})
