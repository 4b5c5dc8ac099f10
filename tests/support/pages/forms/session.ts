import type { Page } from '@playwright/test'
import { readPage, type Entries, type PageRead } from './read-forms'

/** Where an answer leads, or the page it is. */
export type Answer = { status: number; goesTo: string | null; page: PageRead }

const base = () => process.env.BASE_URL ?? ''

/**
 * Somebody signed in, without script: plain requests with a session's cookie, as fast as the server
 * is. It keeps its cookie when the session ends, as a page left open does.
 */
export class Session {
  constructor(
    private readonly reader: Page,
    private readonly cookie: string,
  ) {}

  /** Signs in as somebody of the practice place, by their email address. */
  static async of(reader: Page, email: string): Promise<Session> {
    const nobody = new Session(reader, '')
    const { page } = await nobody.open('/sign-in')
    const form = page.forms.find(({ entries }) =>
      entries.some(([name, value]) => name === 'email' && value === email),
    )
    if (!form) throw new Error(`Nobody here is ${email}`)
    const answer = await nobody.ask('/sign-in', form.entries)
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    if (cookie.length === 0) throw new Error(`${email} could not sign in: ${answer.status}`)
    return new Session(reader, cookie.join('; '))
  }

  /** Opens a page. Where the service is busy just now, it comes again, as a browser does. */
  async open(path: string): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.ask(path)
      const isBusy = answer.headers.get('location')?.startsWith('/busy?') ?? false
      if (!isBusy || tries === 10) return this.read(answer)
      await new Promise((resolve) => setTimeout(resolve, 2000))
    }
  }

  /** All that was sent for a page, with what its scripts would have; '' where there is none. */
  async source(path: string): Promise<string> {
    const answer = await this.ask(path)
    return answer.status === 200 ? answer.text() : ''
  }

  post(path: string, entries: Entries): Promise<Answer> {
    return this.ask(path, entries).then((answer) => this.read(answer))
  }

  /** Sends files as a plain form does. @returns where the answer leads */
  async sendFiles(path: string, name: string, files: File[]): Promise<string> {
    const body = new FormData()
    for (const file of files) body.append(name, file)
    const headers = { cookie: this.cookie, origin: base() }
    const answer = await fetch(base() + path, { method: 'POST', body, headers, redirect: 'manual' })
    return answer.headers.get('location') ?? ''
  }

  /** Ends the session at the server; this one's cookie stays as it was. */
  async end(): Promise<void> {
    const { page } = await this.open('/roles')
    const form = page.forms.find(({ button }) => button.trim() === 'Sign out')
    if (!form) throw new Error('There is no way to sign out')
    await this.post('/roles', form.entries)
  }

  private ask(path: string, entries?: Entries): Promise<Response> {
    const body = new FormData()
    for (const [name, value] of entries ?? []) body.append(name, value)
    const referer = base() + path
    const headers = { cookie: this.cookie, origin: base(), referer }
    const post = entries ? { method: 'POST', body } : {}
    return fetch(base() + path, { headers, redirect: 'manual', ...post })
  }

  private async read(answer: Response): Promise<Answer> {
    const location = answer.headers.get('location')
    const goesTo = location && new URL(location, base())
    return {
      status: answer.status,
      goesTo: goesTo ? goesTo.pathname + goesTo.search : null,
      page: await readPage(this.reader, await answer.text()),
    }
  }
}
