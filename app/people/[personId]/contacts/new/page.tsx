import { CATEGORIES } from '@/lib/access/categories'
import { getDefaultCategories, getReading, listNameable } from '@/lib/contacts/queries'
import { readingInput } from '@/lib/contacts/reading-input'
import { readingSchema } from '@/lib/contacts/schema'
import type { Scope } from '@/lib/db'
import { textsOf, type FormValues } from '@/lib/form-state'
import { getDraft } from '@/lib/drafts/queries'
import { FormPage, openForm } from '../../form-page'
import { ContactForm } from './form'

type Props = { params: Promise<{ personId: string }> }

// Identity and safety have forms of their own; immigration is held by advice agencies only
// (safeguards.md 2.11).
const notHere = new Set(['identity', 'safety', 'immigration'])

async function ask(
  scope: Scope,
  { personId, strip }: { personId: string; strip: { protected: object | null } },
) {
  const categories = await getDefaultCategories(scope, personId)
  const fresh: FormValues = {
    personId,
    what: 'seen',
    when: 'now',
    categories: categories.filter((category) => category !== 'safety'),
    audience: 'agreed',
    locates: strip.protected ? 'on' : '',
  }
  const values = (await getDraft(scope, 'contact', personId))?.values ?? fresh
  const input = readingSchema.safeParse(readingInput({ ...values, personId }))
  const reading = input.success ? await getReading(scope, input.data) : null
  const nameable = await listNameable(scope, personId, textsOf(values, 'categories'))
  const agency = await scope.db.agency.findUnique({
    where: { id: scope.viewer.agencyId },
    select: { kind: true },
  })
  return { fresh, reading, nameable, advice: agency?.kind === 'legal_advice' }
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
  const offered = CATEGORIES.filter(
    ({ key }) => !notHere.has(key) || (key === 'immigration' && asked.advice),
  )
  return (
    <FormPage viewer={viewer} strip={strip} title="Record a contact">
      <ContactForm
        given={given}
        reading={asked.reading}
        nameable={asked.nameable}
        categories={offered.map(({ key, label, hint }) => ({
          value: key,
          label,
          hint: hint || undefined,
        }))}
        whereaboutsProtected={strip.protected !== null}
      />
    </FormPage>
  )
}
