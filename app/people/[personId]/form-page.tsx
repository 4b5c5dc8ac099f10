import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { notFound } from 'next/navigation'
import { openDraft } from '@/app/open-draft'
import type { GivenForm } from '@/components/person/person-form'
import { can, type Verb } from '@/lib/access/policy'
import type { ListName } from '@/lib/code-lists/all'
import { currentCodes } from '@/lib/code-lists/current'
import type { Scope, Viewer } from '@/lib/db'
import type { FormValues } from '@/lib/form-state'
import type { OpenPerson } from '@/lib/people/queries'
import type { Strip } from '@/lib/people/view'
import { withPerson } from './open'
import { PersonPage } from './person-page'

type Params = Promise<{ personId: string }>
type Opened = OpenPerson & { personId: string }

type FormAsk<T> = {
  /** What its draft is filed under. */
  form: string
  /** What the role must be allowed; without it the page is *not found*. */
  verb: Verb
  /** Which row the form is about, where not the person; its draft is filed under it. */
  subject?: string
  /** The page's path after the person's own, to come back to when the draft is thrown away. */
  path: string
  /** Code lists that its fields offer from. */
  lists?: readonly ListName[]
  ask: (scope: Scope, opened: Opened) => Promise<T>
  /** What the fields start with when nothing was kept. */
  values?: (asked: T) => FormValues
}

/**
 * Opens a page with a form about a person: logged like every page, with what was typed before put
 * back. Throws nothing for a wrong id or role but *not found*.
 */
export async function openForm<T>(
  params: Params,
  { form, verb, subject, path, lists = [], ask, values }: FormAsk<T>,
) {
  const page = async (scope: Scope, opened: Opened) => ({
    found: await ask(scope, opened),
    codes: await currentCodes(scope, lists),
    ...(await openDraft(scope, {
      form,
      subject: subject ?? opened.personId,
      path: `/people/${opened.personId}${path}`,
    })),
  })
  const { viewer, strip, personId, asked } = await withPerson(params, 'change', page, path)
  if (!can(viewer, verb)) notFound()
  const { found, codes, draft, kept } = asked
  const given: GivenForm = {
    personId,
    formKey: randomUUID(),
    codes,
    values: kept ?? values?.(found) ?? {},
    draft,
  }
  return { viewer, strip, personId, asked: found, given }
}

type Props = { viewer: Viewer; strip: Strip; title: string; children: ReactNode }

/** A page with one form about a person, whose strip stays in sight. */
export function FormPage({ viewer, strip, title, children }: Props) {
  return (
    <PersonPage viewer={viewer} strip={strip} width="reading" writing>
      <h2 className="mb-5 text-heading-m">{title}</h2>
      {children}
    </PersonPage>
  )
}
