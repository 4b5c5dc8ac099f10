import { expect, test } from '@/tests/support/pages/journey'
import { plantCanaries } from '@/tests/support/pages/canary'
import { addressOf, addressParts, builtActions } from '@/tests/support/pages/routes'

// What a form would never send: fields nobody made, names of the language's own, the wrong shapes.
const bodies: Record<string, Record<string, string>> = {
  'nothing at all': { '0': '["$undefined","$K1"]' },
  'fields nobody made': { '0': '["$undefined","$K1"]', '1_isAdmin': 'on', '1_role': 'officer' },
  'names of the language': {
    '0': '["$undefined","$K1"]',
    '1___proto__': 'x',
    '1_constructor': 'x',
    '1_toString[]': 'x',
  },
  'too much': { '0': '["$undefined","$K1"]', '1_words': 'Vellichor '.repeat(60_000) },
}

test('every server action meets nonsense from nobody with a no, never a fault', async ({
  nobody,
}) => {
  const planted = await plantCanaries()
  const parts = await addressParts(planted)
  const page = await nobody()
  const actions = builtActions().filter(({ pages }) => pages.length > 0)
  expect(actions.length).toBeGreaterThan(10)
  const wrong: string[] = []
  for (const { id, name, pages } of actions) {
    const path = addressOf(pages[0] ?? '/', parts)
    for (const [what, multipart] of Object.entries(bodies)) {
      const answer = await page.request.post(path, {
        headers: { 'next-action': id, origin: process.env.BASE_URL ?? '' },
        multipart,
        maxRedirects: 0,
      })
      const text = await answer.text()
      if (answer.status() >= 500) wrong.push(`${name} of ${path} (${what}): ${answer.status()}`)
      if (text.includes('Quarrelstone')) wrong.push(`${name} of ${path} (${what}) tells`)
    }
  }
  expect(wrong).toEqual([])
})
