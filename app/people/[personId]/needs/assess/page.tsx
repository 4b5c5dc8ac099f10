import { InsetText } from '@/components/ui/inset-text'
import { formatDate, londonDate } from '@/lib/dates'
import { listAssessments } from '@/lib/needs/queries'
import { FormPage, openForm } from '../../form-page'
import { AssessmentForm } from './form'

type Props = { params: Promise<{ personId: string }> }

/** The ten items of the New Directions Team Assessment, beside what was chosen last time. */
export default async function AssessPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'assessment',
    verb: 'assessment:record',
    path: '/needs/assess',
    ask: (scope, { personId }) => listAssessments(scope, personId),
  })
  const [last] = asked
  const before = Object.fromEntries((last?.items ?? []).map(({ item, score }) => [item, score]))
  return (
    <FormPage viewer={viewer} strip={strip} title="Record an assessment">
      <InsetText>
        New Directions Team Assessment. Think of the last month. It is for the two of you, to see
        what has changed: nobody is listed, sorted or chosen by its total.
        {last ? ` Last time was ${formatDate(londonDate(last.assessedOn))}.` : null}
      </InsetText>
      <AssessmentForm given={given} before={before} />
    </FormPage>
  )
}
