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

/**
 * Something that no row can hold or point to: an id that is none, a sign that is no letter, a
 * number out of range, a row that has gone meanwhile. A page answers *not found*, a form in words,
 * the same whichever it was: which of them would tell of rows one may not see.
 */
export class Unfit extends Refused {
  override name = 'Unfit'
  /** @param code the database's own, for the log */
  constructor(readonly code: string) {
    super(
      'This cannot be saved as it is, and nothing was. Look through what you typed; if it looks right, load the page again, since something may have changed meanwhile.',
    )
  }
}

/**
 * Too much at once: no connection was free, or a statement took too long. Nothing was done, and
 * the same again in a moment is right.
 */
export class Busy extends Refused {
  override name = 'Busy'
  constructor() {
    super(
      'Many people are working here just now, and this was not saved. Nothing you typed is lost: send it again in a moment.',
    )
  }
}

type Make = (message: string, code: string) => Error
const busy: Make = () => new Busy()
const unfit: Make = (_, code) => new Unfit(code)

// SQL functions raise the first of these; the others are the database's own, and Prisma's (P...).
// Everything else is a fault and is thrown on.
const codes: Record<string, Make> = {
  CT401: () => new SignedOut(),
  CT403: () => new NotPermitted(),
  CT404: () => new NotFound(),
  CT429: () =>
    new Refused(
      'That is a lot of searches in an hour. Wait a while, or ring the partnership desk.',
    ),
  CT409: (message) => new Refused(message),
  CT422: (message) => new Refused(message),
  // No connection free, a lock or a statement too long, two in each other's way, going down.
  ...all(busy, '40001 40P01 53300 53400 55P03 57014 57P01 57P03 25P03 P2024 P2028 P2034'),
  ...all(busy, 'ECONNREFUSED ECONNRESET P1001 P1002 P1008 P1017'),
  // No text, number, date or id of its kind; too long; no such row beside it, or one already; a
  // row that row security does not let in.
  ...all(unfit, '22P02 22P05 22021 22001 22003 22007 22008 22023 23503 23505 23514 42501'),
  ...all(unfit, 'P2000 P2002 P2003 P2004 P2007 P2020 P2023 P2025 P2033'),
}

function all(make: Make, these: string) {
  return Object.fromEntries(these.split(' ').map((code) => [code, make]))
}

// What Prisma and the pool of connections say without a code.
const named: Record<string, Make> = {
  PrismaClientValidationError: unfit,
  PrismaClientInitializationError: busy,
  DatabaseNotReachable: busy,
  ConnectionClosed: busy,
  SocketTimeout: busy,
  TooManyConnections: busy,
  TransactionAlreadyClosed: busy,
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
  const code = text(inner, 'originalCode') ?? text(inner, 'code') ?? text(at, 'code')
  const make =
    (code ? codes[code] : undefined) ??
    named[text(inner, 'kind') ?? ''] ??
    named[text(at, 'name') ?? ''] ??
    full(at)
  return make?.(
    text(inner, 'originalMessage') ?? text(inner, 'message') ?? '',
    code ?? text(at, 'name') ?? '',
  )
}

const full = (at: object) =>
  /^(timeout exceeded when trying to connect|Connection terminated)/.test(text(at, 'message') ?? '')
    ? busy
    : undefined

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
