import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

let token = ''
// The cookie is the browser's; everything after it is the real thing.
vi.mock('@/lib/access/session', () => ({ sessionToken: () => Promise.resolve(token) }))
const routes = {
  '/transfer': await import('@/app/transfer/send/route'),
  '/admin/areas': await import('@/app/admin/areas/send/route'),
}

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

/** Sends a body that tells whether anybody began to read it. */
async function send(path: keyof typeof routes, origin = 'https://place.example') {
  let read = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        read += 1
        if (read > 50) stream.close()
        else stream.enqueue(new Uint8Array(1_000_000))
      },
    },
    { highWaterMark: 0 },
  )
  const headers = {
    origin,
    host: 'place.example',
    'content-type': 'multipart/form-data; boundary=x',
  }
  const request = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const answer = await routes[path].POST(new Request(`https://place.example${path}/send`, request))
  return { status: answer.status, goesTo: answer.headers.get('location'), read }
}

test.each(Object.keys(routes) as (keyof typeof routes)[])(
  'nothing of a file is read at %s for who may not send one, nor from another site',
  async (path) => {
    token = 'made up'
    expect(await send(path)).toMatchObject({ status: 303, read: 0 })
    for (const who of ['priya', 'vi', 'mo', 'cass', 'olu'] as const) {
      token = place.tokens[who]
      expect(await send(path)).toEqual({ status: 404, goesTo: null, read: 0 })
    }
    expect(await send(path, 'https://elsewhere.example')).toMatchObject({ status: 403, read: 0 })
  },
)
