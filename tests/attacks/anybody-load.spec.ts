import { connect } from 'node:net'
import { connected } from '@/scripts/connection.mjs'
import { someoneWho } from '@/tests/support/pages/canary'
import { ask, askOne, dannysId, rolesInForce } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { signIn } from '@/tests/support/pages/sign-in'

// What one request, or fifty, can do to everybody else's.
const address = () => new URL(process.env.BASE_URL ?? '')

/** Sends the beginning of a request and nothing more, and gives the first line of the answer. */
function begin(path: string, headers: Record<string, string>): Promise<string> {
  const lines = Object.entries({ host: address().host, ...headers })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return new Promise((resolve, reject) => {
    const socket = connect(Number(address().port), address().hostname)
    socket.setTimeout(20_000, () => socket.destroy(new Error('No answer')))
    socket.on('error', reject)
    socket.once('data', (data) => {
      resolve(String(data).split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.write(`POST ${path} HTTP/1.1\r\n${head}\r\n`)
  })
}

for (const path of ['/transfer/send', '/admin/areas/send'])
  test(`${path} answers those who may not send before a byte of the file has come`, async () => {
    const form = {
      'content-type': 'multipart/form-data; boundary=abc',
      'content-length': '9000000',
      origin: address().origin,
    }
    expect(await begin(path, form)).toMatch(/ 303 | 404 /)
    expect(await begin(path, { ...form, origin: 'https://elsewhere.example' })).toContain(' 403 ')
  })

test('a form larger than any is refused, with words, by every kind of address', async ({ as }) => {
  const page = await as('Priya Shah')
  const headers = { origin: address().origin }
  for (const path of ['/sign-in', '/people', '/roles', '/nothing']) {
    const multipart = { words: 'x'.repeat(700_000) }
    const answer = await page.request.post(path, { headers, multipart, maxRedirects: 0 })
    expect(answer.status(), path).toBe(413)
    expect(await answer.text()).toContain('nothing was saved')
  }
})

// Whoever has not been here for a minute has their idle time written anew by the next page. Another
// test that is here as the same worker meets the busy page meanwhile, and comes again.
const idle = `update session s set idle_until = now() + interval '20 minutes' from app_user u
  where u.id = s.user_id and u.name = $1 and s.ended_at is null`

/** Holds what every page of somebody needs first, for as long as `work` takes. */
async function whileHeld(name: string, work: () => Promise<void>) {
  await connected(process.env.DATABASE_URL_ADMIN ?? '', async (client) => {
    await client.query('begin')
    await client.query(idle, [name])
    try {
      await work()
    } finally {
      await client.query('rollback')
    }
  })
}

const away = (name: string) => ask(idle, [name])

test('a page that cannot be drawn now says so calmly, and comes again without script', async ({
  nobody,
}) => {
  const page = await nobody({ javaScriptEnabled: false })
  const name = await someoneWho('limited')
  await signIn(page, name)
  await away(name)
  await whileHeld(name, async () => {
    const answer = await page.request.get('/people?q=1', { maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    const said = await page.request.get(answer.headers().location ?? '')
    expect(said.status()).toBe(503)
    expect(Number(said.headers()['retry-after'])).toBeGreaterThan(1)
    expect(said.headers().refresh).toMatch(/^\d;url=\/people\?q=1$/)
    await page.goto('/people', { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { name: 'Busy just now' })).toBeVisible()
  })
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
})

test('a form sent meanwhile keeps its words, and goes in when sent again', async ({ nobody }) => {
  const page = await nobody()
  await signIn(page, 'Priya Shah')
  const words = `Sent while it was busy ${Date.now()}`
  await page.goto(`/people/${await dannysId()}/contacts/new`)
  await page.getByRole('radio', { name: 'Seen', exact: true }).check()
  await page.getByLabel('In a line or two').fill(words)
  await expect(page.getByText(/Kept as you type, /)).toBeVisible()
  await away('Priya Shah')
  await whileHeld('Priya Shah', async () => {
    await page.getByRole('button', { name: 'Save contact' }).click()
    await expect(page.getByText(/Nothing you typed is lost/)).toBeVisible()
    await expect(page.getByLabel('In a line or two')).toHaveValue(words)
  })
  await page.getByRole('button', { name: 'Save contact' }).click()
  await expect(page.getByText('Contact saved.')).toBeVisible()
})

test('the way back from the busy page is one of ours', async ({ nobody }) => {
  const page = await nobody()
  for (const to of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere', '"><b>']) {
    const answer = await page.request.get(`/busy?to=${encodeURIComponent(to)}`)
    const text = await answer.text()
    expect(text, to).toContain('href="/"')
    expect(answer.headers().refresh, to).toMatch(/;url=\/$/)
    expect(text, to).not.toContain('elsewhere')
  }
})

test('fifty at once on the heaviest list are answered, and nobody meets a fault', async ({
  as,
}) => {
  const manager = await askOne<{ name: string }>(
    `select u.name from app_user u join ${rolesInForce} m on m.user_id = u.id
     where m.role = 'manager' and m.ends_at is null order by m.starts_at limit 1`,
  )
  const page = await as(manager.name)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => page.request.get('/caseload', { maxRedirects: 0 })),
  )
  const faults = answers.map((answer) => answer.status()).filter((status) => status >= 400)
  expect(faults).toEqual([])
})
