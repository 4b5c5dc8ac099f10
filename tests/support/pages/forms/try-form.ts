import { expect, type Page } from '@playwright/test'
import { ask } from '../database'
import { filled, filledTyped, type FormCase, type Ids } from './form-case'
import { answered, typedOnly, type ReadForm, type Typed } from './read-forms'
import { Session, type Answer } from './session'

/** Tries one form of an errand: all four promises, without script. Hands on what it made. */
export async function tryForm(reader: Page, form: FormCase, ids: Ids): Promise<void> {
  await findIds(form.needs ?? {}, ids)
  const right = filledTyped(form.right, ids)
  const session = await Session.of(reader, form.as)
  await form.first?.(session, ids)
  const path = filled(form.at, ids)
  const trial = new Trial(reader, form, path, session)
  const count = () => countOf(filled(form.counts, ids))

  const before = await count()
  if (form.keepsWords === true) await trial.endedSessionKeepsWords(right)
  const corrected = form.wrong
    ? await trial.wrongIsSaid({ ...form.wrong, typed: filledTyped(form.wrong.typed, ids) })
    : await trial.opened()
  expect(await count(), `${form.action}: nothing is saved before it is right`).toBe(before)
  await trial.savedOnce(answered(corrected, right))
  expect(await count(), `${form.action}: sent twice, saved once`).toBe(before + 1)
  if (typeof form.corrects !== 'string') {
    const { theirs, mine, shown } = form.corrects
    await trial.bothVersionsShow(filledTyped(theirs, ids), filledTyped(mine, ids), shown)
  }
  await findIds(form.gives ?? {}, ids)
}

class Trial {
  constructor(
    private readonly reader: Page,
    private readonly form: FormCase,
    private readonly path: string,
    private session: Session,
  ) {}

  private formIn(answer: Answer): ReadForm {
    const found = answer.page.forms.find(({ button }) => button.startsWith(this.form.button))
    const what = `${answer.status} ${answer.goesTo ?? answer.page.heading}`
    if (!found) throw new Error(`${this.form.action}: no such form at ${this.path}: ${what}`)
    return found
  }

  async opened(): Promise<ReadForm> {
    return this.formIn(await this.session.open(this.path))
  }

  /** Something missing or absurd: said beside its field, with everything typed kept. */
  async wrongIsSaid({ typed, field, says }: NonNullable<FormCase['wrong']>): Promise<ReadForm> {
    const { action } = this.form
    const sent = answered(await this.opened(), typed)
    const answer = await this.session.post(this.path, sent.entries)
    expect(answer.goesTo, `${action}: something wrong does not pass`).toBeNull()
    expect(answer.status, action).toBe(200)
    // A form that is not alone on its page has a name, and puts it before its fields' ids.
    const beside = Object.entries(answer.page.errors).find(([id]) => `-${id}`.endsWith(`-${field}`))
    expect(beside?.[1] ?? answer.page.alert, `${action}: ${field}`).toMatch(says)
    expect(answer.page.alert, `${action}: the summary`).toMatch(/There is a problem/)
    const back = this.formIn(answer)
    expect(typedOnly(back), `${action}: typed words stay`).toEqual(typedOnly(sent))
    return back
  }

  /** Right: saved. The very same sent again goes where the first went. */
  async savedOnce({ entries }: ReadForm): Promise<void> {
    const { action, goesTo } = this.form
    const first = await this.session.post(this.path, entries)
    expect(first.goesTo ?? first.page.alert, `${action}: saved`).toMatch(goesTo)
    if (this.form.sentTwice) return
    const second = await this.session.post(this.path, entries)
    expect(second.goesTo ?? second.page.alert, `${action}: sent twice`).toBe(first.goesTo)
  }

  /** The session ends while the page is open: after signing in the words are there again. */
  async endedSessionKeepsWords(typed: Typed): Promise<void> {
    const { action, as } = this.form
    const sent = answered(await this.opened(), typed)
    await this.session.end()
    const refused = await this.session.post(this.path, sent.entries)
    expect(refused.goesTo, `${action}: one signs in, and comes back`).toBe(
      `/sign-in?back=${encodeURIComponent(this.path)}`,
    )
    this.session = await Session.of(this.reader, as)
    const back = await this.session.open(this.path)
    expect(typedOnly(this.formIn(back)), `${action}: words are back`).toEqual(typedOnly(sent))
    expect(back.page.text, action).toContain('was kept and is back below')
    const today = await this.session.open('/')
    expect(today.page.links, `${action}: Today leads to it`).toContain(this.path)
    const away = back.page.forms.find(({ button }) => button.startsWith('Throw it away'))
    const thrown = await this.session.post(this.path, away?.entries ?? [])
    expect(thrown.goesTo, `${action}: thrown away`).toBe(this.path)
    const fresh = await this.session.open(this.path)
    expect(fresh.page.text, action).not.toContain('was kept and is back below')
  }

  /** Saved by two who had it open: the second is told, sees both, and decides. */
  async bothVersionsShow(theirs: Typed, mine: Typed, shown: RegExp[]): Promise<void> {
    const { action, as, goesTo } = this.form
    const colleague = await Session.of(this.reader, as)
    const [one, other] = [await colleague.open(this.path), await this.session.open(this.path)]
    const first = await colleague.post(this.path, answered(this.formIn(one), theirs).entries)
    expect(first.goesTo ?? first.page.alert, `${action}: the first`).toMatch(goesTo)
    const told = await this.session.post(this.path, answered(this.formIn(other), mine).entries)
    expect(told.goesTo, `${action}: the second is told`).toBeNull()
    expect(told.page.text, action).toContain('has changed this while you were writing')
    for (const words of shown) expect(told.page.text, `${action}: both versions`).toMatch(words)
    const knowingly = await this.session.post(this.path, answered(this.formIn(told), mine).entries)
    expect(knowingly.goesTo ?? knowingly.page.alert, `${action}: knowingly`).toMatch(goesTo)
  }
}

async function findIds(questions: Ids, ids: Ids): Promise<void> {
  for (const [name, question] of Object.entries(questions)) {
    const [row] = await ask<{ id: string }>(filled(question, ids))
    if (!row) throw new Error(`No row for {${name}}: ${filled(question, ids)}`)
    ids[name] = row.id
  }
}

const countOf = async (question: string) =>
  Number((await ask<{ n: string }>(question))[0]?.n ?? Number.NaN)
