import { FileRefused } from './problems'

/** How a file's letters were written. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16'

export const ENCODING_WORDS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with a byte-order mark',
  'windows-1252': 'Windows-1252 (Western European)',
  'utf-16': 'UTF-16 (Unicode text)',
}

/**
 * A decoded file. Each byte that stands for no letter became one `BAD_LETTER` in `text`, and its
 * position from the start of the file is in `badBytes`, in order: so the n-th mark is the n-th
 * position, and only the rows that hold one are lost.
 */
export type Decoded = { text: string; encoding: Encoding; badBytes: number[] }

/** A code point that Unicode sets aside as never a letter. */
export const BAD_LETTER = '\uFFFE'

/** What the bytes 0x80 to 0x9F are in Windows-1252; five of them are nothing. */
const HIGH = '€\uFFFE‚ƒ„…†‡ˆ‰Š‹Œ\uFFFEŽ\uFFFE\uFFFE‘’“”•–—˜™š›œ\uFFFEžŸ'

/** How many bytes the letter starting at `at` has in UTF-8, or 0 where none does (RFC 3629). */
function letterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  for (let i = 1; i < length; i += 1) {
    const next = bytes[at + i] ?? 0
    if (next < (i === 1 ? low : 0x80) || next > (i === 1 ? high : 0xbf)) return 0
  }
  return length
}

/** Broken bytes after which a file is taken for something else than UTF-8. */
const BROKEN_CAP = 100_000

/**
 * Reads as UTF-8 and counts letters of several bytes, which are hardly ever there by chance. Null
 * when there is far too much that is none.
 */
function asUtf8(bytes: Uint8Array, from: number) {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const badBytes: number[] = []
  let [text, letters, start] = ['', 0, from]
  for (let at = from; at < bytes.length;) {
    const length = letterLength(bytes, at)
    if (length === 0) {
      text += decoder.decode(bytes.subarray(start, at)) + BAD_LETTER
      badBytes.push(at)
      if (badBytes.length > BROKEN_CAP) return null
      start = at + 1
    }
    if (length > 1) letters += 1
    at += length || 1
  }
  return { text: text + decoder.decode(bytes.subarray(start)), badBytes, letters }
}

function asWindows1252(bytes: Uint8Array): Decoded {
  const badBytes: number[] = []
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes = Array.from(bytes.subarray(from, from + 8192), (byte, i) => {
      if (byte < 0x80 || byte > 0x9f) return byte
      const code = HIGH.charCodeAt(byte - 0x80)
      if (code === BAD_LETTER.charCodeAt(0)) badBytes.push(from + i)
      return code
    })
    pieces.push(String.fromCharCode(...codes))
  }
  return { text: pieces.join(''), encoding: 'windows-1252', badBytes }
}

/** Each half of a pair that stands alone, and a last byte alone, is a bad one. */
function asUtf16(bytes: Uint8Array, order: 'utf-16le' | 'utf-16be'): Decoded {
  const read = new TextDecoder(order, { ignoreBOM: true }).decode(bytes.subarray(2))
  if (read.includes('\u0000')) throw new FileRefused('This file is not text. Send a CSV file.')
  const badBytes: number[] = []
  const text = read.replace(/[\uFFFD\uFFFE]/g, (_, at: number) => {
    badBytes.push(2 + at * 2)
    return BAD_LETTER
  })
  return { text, encoding: 'utf-16', badBytes }
}

const startsWith = (bytes: Uint8Array, ...wanted: number[]) =>
  wanted.every((byte, i) => bytes[i] === byte)

/**
 * The text of a file's bytes. UTF-8 when it has the mark, or is UTF-8 throughout, or mostly is
 * (more letters of several bytes than broken ones); otherwise Windows-1252, as older systems write.
 * UTF-16 by its mark, as Excel writes "Unicode text". Throws `FileRefused` for an empty file, a
 * spreadsheet, or what is no text.
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new FileRefused('This file is empty.')
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileRefused(
      'This is a spreadsheet. Open it and save it as CSV UTF-8, then send that.',
    )
  }
  if (startsWith(bytes, 0xff, 0xfe)) return asUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return asUtf16(bytes, 'utf-16be')
  if (bytes.includes(0)) throw new FileRefused('This file is not text. Send a CSV file.')
  const marked = startsWith(bytes, 0xef, 0xbb, 0xbf)
  const read = asUtf8(bytes, marked ? 3 : 0)
  if (!read && marked) throw new FileRefused('This file is not text. Send a CSV file.')
  if (!read) return asWindows1252(bytes)
  const { text, badBytes, letters } = read
  if (marked) return { text, encoding: 'utf-8-bom', badBytes }
  if (badBytes.length === 0 || letters > badBytes.length)
    return { text, encoding: 'utf-8', badBytes }
  return asWindows1252(bytes)
}
