import { notFound } from 'next/navigation'
import { z } from 'zod'
import { InsetText } from '@/components/ui/inset-text'
import { today } from '@/lib/dates'
import { sayEnding } from '@/lib/facts/ending'
import { ENDING } from '@/lib/facts/lists'
import { dateValues } from '@/lib/form-state'
import { FormPage, openForm } from '../../../form-page'
import { FactEndForm } from './form'

type Props = { params: Promise<{ personId: string; fact: string; entryId: string }> }

/** Say when a fact of one's own agency stopped being so. */
export default async function EndFactPage({ params }: Props) {
  const { fact, entryId } = await params
  const found = ENDING.find(({ key }) => key === fact)
  if (!found || !z.uuid().safeParse(entryId).success) notFound()
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'fact-end',
    verb: 'fact:end',
    subject: entryId,
    path: `/details/${fact}/${entryId}`,
    ask: async (scope, { personId }) =>
      (await sayEnding(scope, found.key, personId, entryId)) ?? notFound(),
    values: () => dateValues('endedOn', today()),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="This is no longer so">
      <InsetText>
        {found.label}: {asked}
      </InsetText>
      <FactEndForm given={given} fact={found.key} entryId={entryId} />
    </FormPage>
  )
}
