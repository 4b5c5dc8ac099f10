/** An object as a feed gave it: nothing is known of what its fields hold. */
export type Given = Readonly<Record<string, unknown>>

export const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field's own value; undefined where there is none. Never what every object inherits. */
export const fieldOf = (given: Given, name: string): unknown =>
  Object.hasOwn(given, name) ? given[name] : undefined

/** A field's text without blanks at its ends; null where it is none or empty. */
export function textOf(given: Given, name: string): string | null {
  const value = fieldOf(given, name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A field's number; null where it is none. */
export function numberOf(given: Given, name: string): number | null {
  const value = fieldOf(given, name)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A field's object; an empty one where it is none, so that what it would hold is not there. */
export function objectOf(given: Given, name: string): Given {
  const value = fieldOf(given, name)
  return isGiven(value) ? value : {}
}

/** The objects of a field's list, each with its place in it. */
export function listOf(given: Given, name: string): [number, Given][] {
  const value = fieldOf(given, name)
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown, place): [number, Given][] =>
    isGiven(each) ? [[place, each]] : [],
  )
}
