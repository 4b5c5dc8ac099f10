/**
 * Where a form about a person goes once saved: a page of theirs, with a word for the banner and at
 * most a row's id. Never anything typed: addresses stay in histories.
 */
export const saved = (personId: string, word: string, { path = '', of = '' } = {}): string =>
  `/people/${personId}${path}?saved=${word}${of ? `&of=${of}` : ''}`
