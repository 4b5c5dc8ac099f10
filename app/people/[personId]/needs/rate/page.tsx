import { offers } from '@/components/form/offers'
import { NEED_DOMAINS } from '@/lib/codes'
import { FormPage, openForm } from '../../form-page'
import { RatingForm } from './form'

type Props = { params: Promise<{ personId: string }> }

/** Say how a need stands, as one sees it today. */
export default async function RatePage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'need',
    verb: 'need:rate',
    path: '/needs/rate',
    ask: ({ db, viewer: { agencyId } }) =>
      db.agency.findUnique({ where: { id: agencyId }, select: { kind: true } }),
  })
  // Immigration is held by advice agencies only (safeguards.md 2.11).
  const advice = asked?.kind === 'legal_advice'
  const domains = offers(NEED_DOMAINS.filter(({ key }) => key !== 'immigration' || advice))
  return (
    <FormPage viewer={viewer} strip={strip} title="Rate a need">
      <RatingForm given={given} domains={domains} by={viewer.agency} />
    </FormPage>
  )
}
