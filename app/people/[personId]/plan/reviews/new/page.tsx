import { FormPage, openForm } from '../../../form-page'
import { ReviewForm } from '../../around-forms'

type Props = { params: Promise<{ personId: string }> }

/** Plan a day to look at the plan together. */
export default async function NewReviewPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'plan-review',
    verb: 'plan:write',
    path: '/plan/reviews/new',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Plan a review">
      <ReviewForm given={given} />
    </FormPage>
  )
}
