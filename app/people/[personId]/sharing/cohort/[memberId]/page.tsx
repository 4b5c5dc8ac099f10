import { notFound } from 'next/navigation'
import { InsetText } from '@/components/ui/inset-text'
import { listCohorts } from '@/lib/choices/offered'
import { FormPage, openForm } from '../../../form-page'
import { CohortEndForm } from '../../choice-forms'

type Props = { params: Promise<{ personId: string; memberId: string }> }

/** Out of a cohort, from this moment. */
export default async function CohortEndPage({ params }: Props) {
  const { memberId } = await params
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'cohort-end',
    verb: 'cohort:decide',
    subject: memberId,
    path: `/sharing/cohort/${memberId}`,
    ask: async (scope, { personId }) =>
      (await listCohorts(scope, personId)).find(({ id }) => id === memberId) ?? notFound(),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Take them out of a cohort">
      <InsetText tone="caution">
        {asked.agreement.name}. What was shared on the word of whoever put them in closes, but for
        safety: from this moment where that was your agency; else when the agency that did, or the
        custodian, agrees. Nothing is deleted.
      </InsetText>
      <CohortEndForm given={given} memberId={memberId} />
    </FormPage>
  )
}
