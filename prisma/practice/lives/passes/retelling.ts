import type { Life } from '../types'

type OnRecord = { recordKey: string }

/** Fields with words in them; keys, codes and instants are left alone. */
const WORDS = new Set([
  ...['words', 'aboutOther', 'note', 'detail', 'headline', 'evidence', 'why', 'wants', 'heading'],
  ...['endWords', 'livesWith', 'responsible', 'what', 'interpreterNote', 'description'],
])

function walk(value: object, retell: (text: string) => string): void {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && WORDS.has(key)) Object.assign(value, { [key]: retell(inner) })
    else if (inner !== null && typeof inner === 'object') walk(inner as object, retell)
  }
}

/** Tells every text on the chosen records anew. */
export function everyText(
  life: Life,
  chosen: (entry: OnRecord) => boolean,
  retell: (text: string) => string,
): void {
  const { plan, ...rest } = life
  const lists = [...Object.values(rest), ...Object.values(plan)].filter(Array.isArray)
  for (const entry of lists.flat() as unknown[]) {
    if (entry && typeof entry === 'object' && 'recordKey' in entry) {
      if (chosen(entry as OnRecord)) walk(entry, retell)
    }
  }
}

const swap = (text: string, pairs: [RegExp, string][]) =>
  pairs.reduce((told, [from, to]) => told.replace(from, to), text)

/** Written of a man as one would of a woman. */
export const asShe = (text: string): string =>
  swap(text, [
    [/\bhe\b/g, 'she'],
    [/\bHe\b/g, 'She'],
    [/\b(him|his)\b/g, 'her'],
    [/\bHis\b/g, 'Her'],
    [/\bhimself\b/g, 'herself'],
  ])

/** After these, "her" was "him"; before a noun it was "his". */
const AFTER_HIM =
  'to|and|in|on|at|for|with|from|again|that|what|alone|up|out|by|after|into|as|company|no|is|' +
  'once|through|before|most|then|both|right|or|who|when|not|if|with|twice|drinks|good|frightened|look'

/** Written of a woman as one would of a man. */
export const asHe = (text: string): string =>
  swap(text, [
    [/\bshe\b/g, 'he'],
    [/\bShe\b/g, 'He'],
    [/\bherself\b/g, 'himself'],
    [new RegExp(`\\bher\\b(?= (?:${AFTER_HIM})\\b)`, 'g'), 'him'],
    [/\bher\b(?= [a-zA-Z])/g, 'his'],
    [/\bher\b/g, 'him'],
    [/\bHer\b/g, 'His'],
  ])
