import type { Page } from '@playwright/test'

/** What a form would post, in order, as a browser makes it of the page it was sent. */
export type Entries = [name: string, value: string][]

/** A form with one of its buttons. `choices` are its radios and tick boxes, by name. */
export type ReadForm = { button: string; entries: Entries; choices: string[] }

/** A page as somebody without script has it. */
export type PageRead = {
  title: string
  heading: string
  /** Everything that can be read in its main part. */
  text: string
  /** What the summary of errors says; '' where there is none. */
  alert: string
  /** The words beside fields, by the field's id. */
  errors: Record<string, string>
  /** Its forms, once for each of their buttons. */
  forms: ReadForm[]
  links: string[]
}

/**
 * Reads a page's HTML with the browser's own parser, which runs none of its scripts: what is found
 * is what works without JavaScript.
 */
export const readPage = (browserPage: Page, html: string): Promise<PageRead> =>
  browserPage.evaluate((source) => {
    const page = new DOMParser().parseFromString(source, 'text/html')
    const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ')
    const main = page.querySelector('main')
    const errors = [...page.querySelectorAll('[id$="-error"]')].map((element) => [
      element.id.slice(0, -'-error'.length),
      words(element).replace(/^Error: /, ''),
    ])
    return {
      title: page.title,
      heading: words(page.querySelector('h1')),
      text: words(main),
      alert: words(page.querySelector('main [role=alert]')),
      errors: Object.fromEntries(errors) as Record<string, string>,
      forms: [...page.querySelectorAll('form')].flatMap((form) =>
        [...form.querySelectorAll<HTMLButtonElement>('button[type=submit]')].map((button) => ({
          button: button.getAttribute('aria-label') ?? words(button),
          choices: [...form.querySelectorAll('[type=radio], [type=checkbox]')].map(
            (input) => input.getAttribute('name') ?? '',
          ),
          entries: [...new FormData(form, button)].map(([name, value]): [string, string] => [
            name,
            String(value),
          ]),
        })),
      ),
      links: [...(main?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href') ?? ''),
    }
  }, html)

/** What is typed into fields, by name; a list for tick boxes; '' empties one. */
export type Typed = Record<string, string | string[]>

/**
 * A form filled in with other answers in place of the ones that were there. A box emptied is still
 * sent; a choice that is not made is not.
 */
export function answered({ entries, choices, ...form }: ReadForm, typed: Typed): ReadForm {
  const names = new Set(Object.keys(typed).flatMap((name) => [name, `${name}[]`]))
  const kept = entries.filter(
    ([name, value]) => !names.has(name) || (name.endsWith('[]') && !value),
  )
  const made = Object.entries(typed).flatMap(([name, value]): Entries => {
    const repeated = entries.some(([there]) => there === name) ? name : `${name}[]`
    if (Array.isArray(value)) return value.map((one) => [repeated, one])
    return value || !choices.includes(name) ? [[name, value]] : []
  })
  return { ...form, choices, entries: [...kept, ...made] }
}

/** Without the framework's own fields and what is new at each drawing: only what somebody typed. */
export const typedOnly = ({ entries }: ReadForm): string[] =>
  entries
    .filter(([name, value]) => !/^\$ACTION|^(formKey|version)$/.test(name) && value !== '')
    .map(([name, value]) => `${name}=${value.replace(/\r\n/g, '\n')}`)
    .sort()
