/**
 * The command is not for this viewer's role. Shown as words by `formAction`, never as a page of its
 * own.
 */
export class NotPermitted extends Error {
  override name = 'NotPermitted'
}

/**
 * Nobody is signed in, or the session has ended. The way back is the sign-in page; a draft is kept.
 */
export class SignedOut extends Error {
  override name = 'SignedOut'
}

/** There is no such row for this viewer. We never say whether there is one for somebody else. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/**
 * A refusal that belongs to a form, in words for the person typing. `field` names the input, '' the
 * whole form.
 */
export class Refused extends Error {
  override name = 'Refused'
  constructor(
    message: string,
    readonly field = '',
  ) {
    super(message)
  }
}

/** Somebody else saved first. Both versions are shown and nobody's words vanish. */
export class Stale extends Error {
  override name = 'Stale'
  constructor(
    readonly theirs: Record<string, string>,
    readonly by: string,
    readonly at: string,
    readonly version: number,
  ) {
    super('Somebody else has changed this since you opened it.')
  }
}

// SQL functions raise these; everything else is a fault and is thrown on.
const codes: Record<string, (message: string) => Error> = {
  CT401: () => new SignedOut(),
  CT403: () => new NotPermitted(),
  CT404: () => new NotFound(),
  CT429: () =>
    new Refused(
      'That is a lot of searches in an hour. Wait a while, or ring the partnership desk.',
    ),
  CT409: (message) => new Refused(message),
  CT422: (message) => new Refused(message),
}

/**
 * Turns what the database raised on purpose into one of the errors above; anything else comes back
 * as it was.
 */
export function fromDatabase(error: unknown): unknown {
  for (
    let at = error;
    at instanceof Error || isObject(at);
    at = (at as { cause?: unknown }).cause
  ) {
    const found = codeOf(at)
    if (found) return found
    if (!('cause' in at)) break
  }
  return error
}

function codeOf(at: object): Error | undefined {
  const cause = isObject((at as { meta?: unknown }).meta) ? (at as { meta: object }).meta : at
  const inner = deep(cause, ['driverAdapterError', 'cause']) ?? cause
  const code = text(inner, 'originalCode') ?? text(inner, 'code')
  const make = code ? codes[code] : undefined
  return make?.(text(inner, 'originalMessage') ?? text(inner, 'message') ?? '')
}

function deep(from: object, path: string[]): object | undefined {
  let at: unknown = from
  for (const key of path) at = isObject(at) ? (at as Record<string, unknown>)[key] : undefined
  return isObject(at) ? at : undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function text(from: object, key: string): string | undefined {
  const value = (from as Record<string, unknown>)[key]
  return typeof value === 'string' ? value : undefined
}
