import { getDefaultCategories, getReading, listAbout, listNameable } from '@/lib/contacts/queries'
import { readingInput } from '@/lib/contacts/reading-input'
import { readingSchema } from '@/lib/contacts/schema'
import { offers } from '@/components/form/offers'
import type { Scope } from '@/lib/db'
import { textsOf, type FormValues } from '@/lib/form-state'
import { getDraft } from '@/lib/drafts/queries'
import { FormPage, openForm } from '../../form-page'
import { ContactForm } from './form'

type Props = { params: Promise<{ personId: string }> }

async function ask(
  scope: Scope,
  { personId, strip }: { personId: string; strip: { protected: object | null } },
) {
  const categories = await getDefaultCategories(scope, personId)
  const fresh: FormValues = {
    personId,
    // What happened is chosen by nobody but the worker: an untouched form says nothing of anybody.
    when: 'now',
    categories,
    audience: 'agreed',
    locates: strip.protected ? 'on' : '',
  }
  const values = (await getDraft(scope, 'contact', personId))?.values ?? fresh
  const input = readingSchema.safeParse(readingInput({ ...values, personId }))
  const reading = input.success ? await getReading(scope, input.data) : null
  const nameable = await listNameable(scope, personId, textsOf(values, 'categories'))
  return { fresh, reading, nameable, about: await listAbout(scope) }
}

/** Record a contact: a minute's work, on a phone first. */
export default async function NewContactPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'contact',
    verb: 'contact:record',
    path: '/contacts/new',
    lists: ['contact_kind', 'contact_outcome'],
    ask,
    values: ({ fresh }) => fresh,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Record a contact">
      <ContactForm
        given={given}
        reading={asked.reading}
        nameable={asked.nameable}
        categories={offers(asked.about)}
        whereaboutsProtected={strip.protected !== null}
      />
    </FormPage>
  )
}
