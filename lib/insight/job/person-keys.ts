import { readFileSync } from 'node:fs'
import { digestKey, personKey } from '../rules/person-key'
import { digestPowers } from '../rules/member-digest'
import type { PublisherScope } from './publisher-scope'

const atATime = 5_000

/** Nothing can be published here as things are: there is no key, or it is another place's. */
export class NoInsightKey extends Error {
  override name = 'NoInsightKey'
}

/**
 * The secret that people's numbers are made with, from the file outside the database that
 * `INSIGHT_KEY_FILE` names. A key of the practice place says so, and is used there alone.
 *
 * @throws NoInsightKey when there is no file, or its key belongs to the other kind of place
 */
export function readInsightKey(file: string | undefined, mode: string): Buffer {
  if (!file) throw new NoInsightKey('There is no key file for insight, so nothing is published.')
  const words = readFileSync(file, 'utf8').trim().split(' ')
  const isPractice = words.length === 2 && words[0] === 'practice'
  if (isPractice !== (mode === 'practice')) {
    throw new NoInsightKey(
      isPractice
        ? 'The key of insight is one of the practice place. A live place makes its own.'
        : 'The practice place has a key of insight of its own, and this is none.',
    )
  }
  return Buffer.from(words.at(-1) ?? '', 'base64url')
}

/**
 * Gives everybody in the extract their permanent secret numbers; from then on nothing there says
 * whose a line is. Goes on where it was when begun again.
 */
export async function giveNumbers(
  { ask }: PublisherScope,
  publication: string,
  secret: Uint8Array,
): Promise<void> {
  for (;;) {
    const people = await ask<{ line: number; subject: string }>(
      'select * from insight.unkeyed($1, $2)',
      [publication, atATime],
    )
    if (people.length === 0) return
    await ask('select insight.put_keys($1, $2, $3, $4)', [
      publication,
      people.map(({ line }) => line),
      people.map(({ subject }) => personKey(secret, subject)),
      people.flatMap(({ subject }) => digestPowers(digestKey(secret, subject))),
    ])
  }
}
