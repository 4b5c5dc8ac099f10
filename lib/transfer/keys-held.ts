import type { WorkerScope } from '@/lib/worker'

/** Bits of the table below: 8 MB. Of keys that nobody has, some in fifty pass all the same. */
const bits = 26

/** Records whose keys are fetched in one go. */
const atATime = 2000

/**
 * The keys by which an agency's own records are found (lib/people/matching/keys), so that a file's
 * other keys need not be looked for one by one: of most rows of a first file, none is held. It may
 * say that a key is held which is not, and never the other way round.
 */
export class KeysHeld {
  private readonly table = new Uint8Array(2 ** (bits - 3))

  /** Null where the agency has more records than the file has rows: then asking is quicker. */
  static async gather({ ask }: WorkerScope, agencyId: string, rows: number) {
    const [more] = await ask<{ more: boolean }>('select identity.has_more($1, $2) as more', [
      ...[agencyId, rows],
    ])
    if (more?.more) return null
    const held = new KeysHeld()
    for (let after: string | null = null; ;) {
      const found: { record: string; keys: string }[] = await ask(
        'select * from identity.keys_of($1, $2, $3)',
        [agencyId, after, atATime],
      )
      for (const { keys } of found) for (const key of keys.split('\n')) held.add(key)
      after = found.at(-1)?.record ?? null
      if (after === null) return held
    }
  }

  private add(key: string) {
    const at = placeOf(key)
    this.table[at >>> 3] = (this.table[at >>> 3] ?? 0) | (1 << (at & 7))
  }

  has = (key: string): boolean => {
    const at = placeOf(key)
    return ((this.table[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0
  }
}

/** A number for a text (FNV-1a), the same for the same text. */
function placeOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) >>> (32 - bits)
}
