/** A form with files as a browser sends it (RFC 7578): its short fields, and its files in order. */
export type SentForm = {
  fields: Map<string, string>
  files: { field: string; name: string; bytes: Uint8Array<ArrayBuffer> }[]
}

/** The line between parts, or null where the type is not that of a form with files. */
export function boundaryOf(contentType: string | null): string | null {
  const found = /^multipart\/form-data;.*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    (contentType ?? '').slice(0, 400),
  )
  return found?.[1] ?? found?.[2] ?? null
}

// A part's few lines of heading, and a field that is no file.
const shortest = 4096
const lineEnd = '\r\n'

/**
 * Reads such a form in one pass over its bytes, or null where it is none, or has more than `parts`.
 * Not the platform's reader: ten megabytes of empty parts keep that busy for twelve seconds, and
 * nobody else is answered meanwhile.
 */
export function readParts(body: Buffer<ArrayBuffer>, boundary: string, parts: number) {
  const form: SentForm = { fields: new Map(), files: [] }
  const between = `${lineEnd}--${boundary}`
  let at = boundary.length + 2
  if (body.toString('latin1', 0, at) !== `--${boundary}`) return null
  for (let part = 0; part <= parts; part += 1) {
    if (body.toString('latin1', at, at + 2) === '--') return form
    const heading = body.subarray(at, at + shortest)
    const length = heading.indexOf(lineEnd + lineEnd)
    const end = body.indexOf(between, at + length + lineEnd.length)
    if (length < 0 || end < 0 || !put(form, heading, length, body.subarray(at + length + 4, end)))
      return null
    at = end + between.length
  }
  return null
}

function put(form: SentForm, heading: Buffer, length: number, bytes: Buffer<ArrayBuffer>): boolean {
  const about = /^content-disposition: *form-data;(.*)$/im.exec(heading.toString('utf8', 0, length))
  const field = said(about?.[1], 'name')
  const name = said(about?.[1], 'filename')
  if (field === null) return false
  if (name !== null) form.files.push({ field, name, bytes })
  else if (bytes.length > shortest) return false
  else form.fields.set(field, bytes.toString('utf8'))
  return true
}

/** A value of a heading. Browsers write three letters in it as numbers, and no others. */
function said(heading: string | undefined, key: 'name' | 'filename'): string | null {
  const found = new RegExp(`; *${key}="([^"]*)"`).exec(`;${heading ?? ''}`)?.[1]
  return found === undefined
    ? null
    : found.replace(/%(22|0D|0A)/g, (code) => decodeURIComponent(code))
}
