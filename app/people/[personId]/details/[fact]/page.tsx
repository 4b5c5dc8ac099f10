import type { ComponentType } from 'react'
import { notFound } from 'next/navigation'
import type { Option } from '@/components/ui/select'
import type { ListName } from '@/lib/code-lists/all'
import type { Scope } from '@/lib/db'
import { listOwnAddresses } from '@/lib/facts/queries'
import { FormPage, openForm } from '../../form-page'
import { AdjustmentForm, OwnWordsForm, RelationshipForm, SafeContactForm } from './around-forms'
import type { FactFormProps } from './fact-form'
import { BirthForm, NameForm, NumberForm, ReachForm } from './identity-forms'
import { IdentityForm } from './answers-form'
import { AddressForm, LivingForm } from './place-forms'

type Props = { params: Promise<{ personId: string; fact: string }> }
type FactPage = {
  title: string
  Form: ComponentType<FactFormProps>
  lists?: readonly ListName[]
  own?: (scope: Scope, personId: string) => Promise<Option[]>
}

// By the last part of the address.
const pages: Readonly<Record<string, FactPage>> = {
  name: { title: 'Add a name', Form: NameForm, lists: ['fact_source'] },
  birth: { title: 'Add a date of birth', Form: BirthForm, lists: ['fact_source'] },
  identity: {
    title: 'Add pronouns, sex, gender or ethnic group',
    Form: IdentityForm,
    lists: ['gender', 'ethnicity', 'fact_source'],
  },
  number: { title: 'Add a number', Form: NumberForm },
  phone: { title: 'Add a telephone number or email', Form: ReachForm },
  address: { title: 'Add an address', Form: AddressForm, own: listOwnAddresses },
  living: { title: 'Say where they stay', Form: LivingForm, lists: ['accommodation'] },
  relationship: {
    title: 'Add somebody in their life',
    Form: RelationshipForm,
    lists: ['relationship_kind'],
  },
  adjustment: { title: 'Add what makes it easier', Form: AdjustmentForm, lists: ['adjustment'] },
  'own-words': { title: 'Write down their words', Form: OwnWordsForm },
  'safe-contact': { title: 'Agree a way to reach them', Form: SafeContactForm, lists: ['channel'] },
}

/** Give one fact about a person. What other agencies hold stays beside it. */
export default async function FactPage({ params }: Props) {
  const { fact } = await params
  const page = Object.hasOwn(pages, fact) ? pages[fact] : undefined
  if (!page) notFound()
  const { viewer, strip, given, asked } = await openForm(params, {
    form: `fact-${fact}`,
    verb: 'fact:give',
    path: `/details/${fact}`,
    lists: page.lists ?? [],
    ask: async (scope, { personId }) => (await page.own?.(scope, personId)) ?? [],
    values: (own) => ({ locates: 'on', over: own.map(({ value }) => value) }),
  })
  const { title, Form } = page
  return (
    <FormPage viewer={viewer} strip={strip} title={title}>
      <Form
        given={given}
        title={title}
        whereaboutsProtected={strip.protected !== null}
        own={asked}
      />
    </FormPage>
  )
}
