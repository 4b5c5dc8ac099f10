import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '@/scripts/build.mjs'
import { freePort } from '@/scripts/ports.mjs'
import { serve, webEnvironment } from '@/scripts/serve.mjs'

// A small app of its own, with the product's Next.
const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const root = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'rebuild-'))
const secrets = { serverActions: Buffer.alloc(32, 7).toString('base64'), session: 'x'.repeat(32) }

const write = (file: string, text: string) => {
  fs.mkdirSync(join(root, file, '..'), { recursive: true })
  fs.writeFileSync(join(root, file), text)
}

afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

const page = (release: string) => `import { redirect } from 'next/navigation'
async function save(bound: string, data: FormData) {
  'use server'
  redirect('/?saved=' + bound + '-' + data.get('words') + '-by-${release}')
}
export const dynamic = 'force-dynamic'
function Page() {
  return <form action={save.bind(null, 'bound')}><input name="words" /></form>
}
export { Page as default }
`

/** Builds and serves a release, and asks it something. */
async function withRelease<T>(release: string, ask: (address: string) => Promise<T>): Promise<T> {
  write('app/page.tsx', page(release))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const env = webEnvironment({ secrets, folder: root, address })
  // As a container is built: the secrets come when it starts.
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: _secret, ...building } = env
  await buildApp(root, { env: building })
  const logFile = join(root, `${release}.log`)
  const app = await serve({ root, folder: root, env, host: '127.0.0.1', port, logFile }).catch(
    (error: unknown) => {
      throw new Error(fs.readFileSync(logFile, 'utf8'), { cause: error })
    },
  )
  try {
    return await ask(address)
  } finally {
    await app.stop()
  }
}

test('a form of an earlier build is saved by the next one', async () => {
  // While this test lives, what it serves does (scripts/postgres-holders.mjs).
  write(`holders/${process.pid}`, '')
  write('package.json', '{ "type": "module" }')
  write(
    'next.config.js',
    `const config = { turbopack: { root: '/' } }\nexport { config as default }`,
  )
  // What `serve` waits for.
  write('app/api/health/route.ts', `export const GET = () => Response.json({ ok: true })`)
  write(
    'app/layout.tsx',
    'const Layout = ({ children }) => <html lang="en"><body>{children}</body></html>\n' +
      'export { Layout as default }',
  )
  write('tsconfig.json', '{ "compilerOptions": { "jsx": "preserve", "strict": false } }')
  fs.symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  const html = await withRelease('one', async (address) => (await fetch(address)).text())
  const body = new FormData()
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g,
  ))
    body.append(name, value.replaceAll('&quot;', '"'))
  expect([...body.keys()].some((name) => name.startsWith('$ACTION'))).toBe(true)
  body.append('words', 'kept')
  fs.rmSync(join(root, '.next'), { recursive: true })
  const answer = await withRelease('two', (address) =>
    fetch(address, { method: 'POST', body, redirect: 'manual', headers: { origin: address } }),
  )
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toMatch(/saved=bound-kept-by-two$/)
}, 300_000)
