import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

// What four services see of one man on the same day (prisma/practice/lives/fixed/danny-now.ts),
// by the practice agreement: facts named here are in his record, whoever may read them.
const facts = {
  'his own words': 'Mornings are bad.',
  'how to reach him safely': 'Text first',
  'the visit warning': 'Visit in pairs',
  'the treatment note': 'Prescription collected',
  'the mental health note': 'Sleeping four hours',
  'the probation note': 'a time he has said is hard',
  'the jobcentre note': 'Sanction lifted after the team letter',
  'the housing note': 'Wants help with the deposit form',
}
type Fact = keyof typeof facts

const safety: Fact[] = ['his own words', 'how to reach him safely', 'the visit warning']
const readers: Record<string, { sees: Fact[]; neverSees: Fact[] }> = {
  'Priya Shah': {
    sees: [...safety, 'the probation note'],
    neverSees: ['the treatment note', 'the mental health note'],
  },
  'Amina Yusuf': { sees: [...safety, 'the housing note'], neverSees: [] },
  'Joy Mensah': { sees: [...safety, 'the mental health note'], neverSees: [] },
  'Tom Reilly': {
    sees: [...safety, 'the jobcentre note'],
    neverSees: ['the treatment note', 'the mental health note', 'the probation note'],
  },
}

for (const [name, { sees, neverSees }] of Object.entries(readers)) {
  test(`${name} sees Danny as the agreement has it`, async ({ as }) => {
    const id = await dannysId()
    const page = await as(name)
    await page.goto(`/people/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Okafor')
    await expect(page.getByText(/You see this because|because/i).first()).toBeVisible()
    const overview = await page.getByRole('main').innerText()
    await page.goto(`/people/${id}/timeline`)
    await expect(page.getByRole('main')).toBeVisible()
    const all = overview + (await page.getByRole('main').innerText())
    for (const fact of sees) expect(all, fact).toContain(facts[fact])
    const html = await Promise.all(
      [
        '',
        '/timeline',
        '/needs',
        '/plan',
        '/warnings',
        '/details',
        '/history',
        '/together',
        '/team',
      ].map(async (path) => (await page.request.get(`/people/${id}${path}`)).text()),
    )
    for (const fact of neverSees)
      for (const text of html) expect(text.includes(facts[fact]), fact).toBe(false)
  })
}

test('the four do not see the same page', async ({ as }) => {
  const id = await dannysId()
  const pages = new Set<string>()
  for (const name of Object.keys(readers)) {
    const page = await as(name)
    await page.goto(`/people/${id}/timeline`)
    pages.add(await page.getByRole('main').innerText())
  }
  expect(pages.size).toBe(4)
})

test('sitting beside him, only what he may see is on the screen', async ({ as }) => {
  const id = await dannysId()
  const page = await as('Priya Shah')
  await page.goto(`/people/${id}/together`)
  const main = page.getByRole('main')
  await expect(main).toBeVisible()
  await expect(main).not.toContainText('threatened workers')
})
