/**
 * What a form and its action say to each other. Browser-safe: no server code, no zod at run time.
 * Browser and server read a submitted form through the same two functions, so they cannot differ.
 */

/** What was typed, by field name: text as sent, several ticked boxes as a list. */
export type FormValues = Record<string, string | string[]>

/** Somebody else saved first: what they saved, by field name; who and when, in words. */
export type FormConflict = { theirs: Record<string, string>; by: string; at: string }

/**
 * What an action answers when it does not redirect: everything typed, and what is wrong with it.
 * `errors` go by field name, in the order of the page, in words for people. `message` is a refusal
 * that belongs to no field. With `conflict`, `values.version` is the version now stored, so that
 * saving once more keeps the typed words knowingly.
 */
export type FormState = {
  values: FormValues
  errors: Record<string, string>
  message?: string
  conflict?: FormConflict
}

/** A server action as React's `useActionState` calls it. Success is a redirect. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

/** What a draft is saved with. `values` never holds the form's key. */
export type DraftInput = { form: string; personId?: string | undefined; values: FormValues }

/** When it was kept (ISO instant), or why not, in words for the person typing. */
export type DraftOutcome = { keptAt: string } | { refused: string }

/** A server action that keeps a draft; called as the user types. */
export type SaveDraft = (draft: DraftInput) => Promise<DraftOutcome>

/** Hidden inputs of every form: the key that makes a second post harmless; the version edited. */
export const FORM_KEY = 'formKey'
export const FORM_VERSION = 'version'

/** The three inputs of a date field called `name`. The first has the name's own id. */
export const dateParts = (name: string) => ({
  day: `${name}-day`,
  month: `${name}-month`,
  year: `${name}-year`,
})

/** A form nobody has sent yet, with what the page already knows. */
export const newForm = (values: FormValues = {}): FormState => ({ values, errors: {} })

/** One text of a value: the first where there are several, '' where there is none. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** Every text of a value, empty ones left out. */
export function textsOf(values: FormValues, name: string): string[] {
  const value = values[name]
  return (Array.isArray(value) ? value : [value ?? '']).filter((text) => text !== '')
}

/**
 * A submitted form as typed: for showing again, for drafts, and for `formInput`. Leaves out files
 * and the framework's own `$ACTION` fields. A name ending in `[]` (tick boxes) is always a list,
 * stored without the brackets. Line ends become `\n`, as the browser shows them.
 */
export function formValues(data: FormData): FormValues {
  const found = new Map<string, string | string[]>()
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION')) continue
    const texts = data
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map((text) => text.replace(/\r\n?/g, '\n'))
    if (name.endsWith('[]'))
      found.set(
        name.slice(0, -2),
        texts.filter((text) => text !== ''),
      )
    else if (texts.length > 1) found.set(name, texts)
    else if (texts.length === 1) found.set(name, texts[0] ?? '')
  }
  return Object.fromEntries(found)
}

const padded = (text: string, length: number) =>
  /^\d+$/.test(text) ? text.padStart(length, '0') : text

/**
 * A date's text from its three inputs: `1992-03-12`, or `1992-03`, or `1992` when that is all that
 * was typed. What is no date keeps its shape (`1992--12`, `1992-Mar-40`), for the schema to refuse
 * in words; a year of two figures stays so, and is refused too.
 */
export function dateText(day: string, month: string, year: string): string {
  const parts = [year.trim(), padded(month.trim(), 2), padded(day.trim(), 2)]
  while (parts.length > 0 && parts.at(-1) === '') parts.pop()
  return parts.join('-')
}

/** A date's three inputs from its text; the other way round from `dateText`. */
export function dateValues(name: string, text: string): FormValues {
  const [year = '', month = '', day = ''] = text.split('-')
  const bare = (part: string) => part.replace(/^0+(?=\d)/, '')
  const { day: dayName, month: monthName, year: yearName } = dateParts(name)
  return { [dayName]: bare(day), [monthName]: bare(month), [yearName]: year }
}

/**
 * What a schema is asked to parse: the values, less the hidden key and version, and with the three
 * inputs of each date put together under the date's name.
 */
export function formInput(values: FormValues): FormValues {
  const input = new Map(Object.entries(values))
  input.delete(FORM_KEY)
  input.delete(FORM_VERSION)
  for (const name of Object.keys(values).filter((key) => key.endsWith('-year'))) {
    const base = name.slice(0, -'-year'.length)
    const { day, month, year } = dateParts(base)
    if (!input.has(day) || !input.has(month)) continue
    input.set(base, dateText(textOf(values, day), textOf(values, month), textOf(values, year)))
    for (const part of [day, month, year]) input.delete(part)
  }
  return Object.fromEntries(input)
}

/**
 * The first thing wrong with each field, from a zod error's `issues`. A path inside a field
 * (`phones.0`) counts as the field; an issue of the whole form goes under ''.
 */
export function formErrors(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, string> {
  const errors = new Map<string, string>()
  for (const { path, message } of issues) {
    const name = String(path[0] ?? '')
    if (!errors.has(name)) errors.set(name, message)
  }
  return Object.fromEntries(errors)
}
