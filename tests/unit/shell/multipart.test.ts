import { expect, test } from 'vitest'
import { boundaryOf, readParts } from '@/lib/multipart'

async function sent(form: FormData) {
  const request = new Response(form)
  const boundary = boundaryOf(request.headers.get('content-type')) ?? ''
  return { boundary, body: Buffer.from(await request.arrayBuffer()) }
}

async function round(form: FormData, parts = 20) {
  const { boundary, body } = await sent(form)
  return readParts(body, boundary, parts)
}

test('fields and files come out as the platform put them in', async () => {
  const form = new FormData()
  form.append('shape', 'people')
  form.append('file', new File(['a,b\r\n1,2\r\n'], 'a “file” of "50%".csv'))
  form.append('file', new File([Uint8Array.from([0, 13, 10, 45, 45, 255])], 'ünï.csv'))
  const read = await round(form)
  expect(read?.fields).toEqual(new Map([['shape', 'people']]))
  expect(read?.files.map(({ field, name }) => [field, name])).toEqual([
    ['file', 'a “file” of "50%".csv'],
    ['file', 'ünï.csv'],
  ])
  expect(String(read?.files[0]?.bytes)).toBe('a,b\r\n1,2\r\n')
  expect([...(read?.files[1]?.bytes ?? [])]).toEqual([0, 13, 10, 45, 45, 255])
})

test('no file chosen is a file without a name or a byte', () => {
  const none = 'content-disposition: form-data; name="file"; filename=""\r\ncontent-type: a/b'
  const body = Buffer.from(`--b\r\n${none}\r\n\r\n\r\n--b--\r\n`)
  expect(readParts(body, 'b', 1)?.files).toMatchObject([{ name: '', bytes: { length: 0 } }])
})

test('a form cut off, or without its lines, is none', async () => {
  const form = new FormData()
  form.append('file', new File(['x'.repeat(1000)], 'a.csv'))
  const { boundary, body } = await sent(form)
  for (const length of [0, 10, boundary.length + 2, 200, body.length - boundary.length - 8])
    expect(readParts(body.subarray(0, length), boundary, 20), `${length}`).toBeNull()
  expect(readParts(Buffer.alloc(1000, 10), boundary, 20)).toBeNull()
})

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['application/x-www-form-urlencoded; boundary=abc', null],
  [null, null],
])('%s', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary)
})

// Each of these kept the platform's own reader busy for between one second and twelve.
const ten = 10 * 1024 * 1024
const line = '--b\r\n'
const heading = 'Content-Disposition: form-data; name="a"; filename="x"\r\n'
const hostile: Record<string, string> = {
  'parts without end': `${line}${heading}\r\n\r\n`.repeat(ten / 70),
  'lines of heading without end': `${line}${'x-a: b\r\n'.repeat(ten / 8)}`,
  'lines that nearly part': `${line}${heading}\r\n${'\r\n--'.repeat(ten / 4)}\r\n--b--`,
  'lines that part and say nothing': line.repeat(ten / 5),
  'a name without end': `${line}${heading.replace('"a"', `"${'a'.repeat(ten)}"`)}`,
}

test.each(Object.entries(hostile))('ten megabytes of %s are soon read', (_, text) => {
  const body = Buffer.from(text, 'latin1')
  const began = process.cpuUsage()
  readParts(body, 'b', 20)
  const { user } = process.cpuUsage(began)
  expect(user).toBeLessThan(1_000_000)
})
