export class Sentence extends Error {}
export function knownCause(error: unknown): string | null
export function words(error: unknown): string
