/**
 * Changes that nothing can notice, each with the reason. A name that is no longer made fails the
 * test, so the list cannot go stale.
 */
export const harmless: Record<'policies' | 'functions', Record<string, string>> = {
  policies: {},
  functions: {},
}
