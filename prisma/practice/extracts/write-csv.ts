import { foldName } from '@/lib/people/normalise'
import type { Layout } from './layouts'

/** Quoted where RFC 4180 asks for it. No guard against formulas: agencies' systems have none. */
const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The letters of Windows-1252 by their byte, as browsers and Node decode them. */
const letters = new Map(
  Array.from(new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i)))
    .map((letter, byte) => [letter, byte] as const)
    .filter(([letter]) => !/[\u0080-\u009f]/.test(letter)),
)

/** A letter that Windows-1252 lacks loses its marks or becomes a question mark, as there. */
function windows1252(text: string): Uint8Array {
  const bytes = [...text.normalize('NFC')].flatMap((letter) => {
    const byte = letters.get(letter)
    if (byte !== undefined) return [byte]
    return [...foldName(letter)].map((plain) => letters.get(plain) ?? 0x3f)
  })
  return Uint8Array.from(bytes)
}

/** A table as the bytes of a CSV file. */
export function csvBytes(
  rows: readonly (readonly string[])[],
  { encoding, lineEnd }: Pick<Layout, 'encoding' | 'lineEnd'>,
): Uint8Array {
  const text = rows.map((cells) => cells.map(cell).join(',') + lineEnd).join('')
  if (encoding === 'windows-1252') return windows1252(text)
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text)
}
