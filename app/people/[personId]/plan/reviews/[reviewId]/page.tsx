import { InsetText } from '@/components/ui/inset-text'
import { formatDate } from '@/lib/dates'
import { FormPage, openForm } from '../../../form-page'
import { ReviewHeldForm } from '../../around-forms'
import { askPlan, idIn } from '../../find'

type Props = { params: Promise<{ personId: string; reviewId: string }> }

/** What became of a review of our own. */
export default async function ReviewPage({ params }: Props) {
  const reviewId = idIn((await params).reviewId)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'plan-review-held',
    verb: 'plan:write',
    subject: reviewId,
    path: `/plan/reviews/${reviewId}`,
    ask: askPlan(({ reviews }) =>
      reviews.find(({ id, own, heldOn }) => id === reviewId && own && !heldOn),
    ),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Record the review">
      <InsetText>Planned for {formatDate(asked.plannedFor)}</InsetText>
      <ReviewHeldForm given={given} reviewId={reviewId} />
    </FormPage>
  )
}
