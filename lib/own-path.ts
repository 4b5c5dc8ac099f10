/**
 * A path of ours to go back to, or '/': never `//elsewhere`, never a scheme, nothing but what our
 * own addresses are made of.
 */
export const ownPath = (path: string | null | undefined): string =>
  path && path.length <= 1000 && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : '/'

/** Where a page that was too busy to be drawn is asked for again. */
export const busyPath = (path: string | null | undefined): string =>
  `/busy?to=${encodeURIComponent(ownPath(path))}`
