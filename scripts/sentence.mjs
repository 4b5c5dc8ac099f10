/** An error whose message is a sentence for the person at the terminal: shown without a stack. */
export class Sentence extends Error {}

const causes = [
  [/ENOSPC|No space left on device/i, 'The disk is full. Free some space and start again.'],
  [/EDQUOT|Disk quota exceeded/i, 'Your disk quota is used up. Free some space and start again.'],
  [
    /EROFS|Read-only file system/i,
    'This folder is on a read-only disk. Copy it somewhere writable.',
  ],
  [/EMFILE|ENFILE/, 'The machine has too many files open. Close some programs and start again.'],
  [
    /ENOMEM|Cannot allocate memory/i,
    'The machine is out of memory. Close some programs and start again.',
  ],
]

/**
 * What to tell a person about an error or a program's output: the known causes (full disk, no
 * memory, read-only disk, no rights) as a sentence, or null when the cause is not one of them.
 */
export function knownCause(error) {
  const text = error instanceof Error ? `${error.code ?? ''} ${error.message}` : String(error)
  const found = causes.find(([pattern]) => pattern.test(text))
  if (found) return found[1]
  if (error?.code === 'EACCES' || error?.code === 'EPERM') {
    const what = error.path ?? 'a file it needs'
    return `You are not allowed to use ${what}. Start as the user who owns it.`
  }
  return null
}

/** The words for an error on the terminal. Only an error nobody foresaw shows its stack. */
export function words(error) {
  if (error instanceof Sentence) return error.message
  return knownCause(error) ?? `Something unforeseen went wrong.\n${error?.stack ?? error}`
}
