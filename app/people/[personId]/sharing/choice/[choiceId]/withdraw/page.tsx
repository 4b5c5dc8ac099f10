import { notFound } from 'next/navigation'
import { z } from 'zod'
import { InsetText } from '@/components/ui/inset-text'
import { getOwnChoice } from '@/lib/choices/offered'
import { CHOICE_KINDS } from '@/lib/choices/lists'
import { labelOf } from '@/lib/codes'
import { formatDate, londonDate } from '@/lib/dates'
import { FormPage, openForm } from '../../../../form-page'
import { ChoiceEndForm } from '../../../choice-forms'

type Props = { params: Promise<{ personId: string; choiceId: string }> }

/** They changed their mind about something our agency recorded. */
export default async function ChoiceEndPage({ params }: Props) {
  const { choiceId } = await params
  if (!z.uuid().safeParse(choiceId).success) notFound()
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'choice-end',
    verb: 'choice:record',
    subject: choiceId,
    path: `/sharing/choice/${choiceId}/withdraw`,
    ask: async (scope, { personId }) =>
      (await getOwnChoice(scope, personId, choiceId)) ?? notFound(),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="They changed their mind">
      <InsetText>
        {labelOf(CHOICE_KINDS, asked.kind)}, said on {formatDate(londonDate(asked.saidOn))}:{' '}
        {asked.how}. It stops counting at once
        {asked.kind === 'objection'
          ? ' for what your agency gives. Others are asked to confirm it for what they give you, and until then it holds.'
          : asked.kind === 'not_counted'
            ? ': they are in the next publication, as everybody else is.'
            : '.'}
      </InsetText>
      <ChoiceEndForm given={given} choiceId={choiceId} />
    </FormPage>
  )
}
