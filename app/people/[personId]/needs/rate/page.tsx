import { offers } from '@/components/form/offers'
import { NEED_DOMAINS } from '@/lib/codes'
import { listAbout } from '@/lib/contacts/queries'
import { mayRate } from '@/lib/needs/rules'
import { FormPage, openForm } from '../../form-page'
import { RatingForm } from './form'

type Props = { params: Promise<{ personId: string }> }

/** Say how a need stands, as one sees it today. */
export default async function RatePage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'need',
    verb: 'need:rate',
    path: '/needs/rate',
    ask: listAbout,
    values: () => ({ voice: 'worker' }),
  })
  const domains = offers(NEED_DOMAINS.filter(({ key }) => mayRate(key, asked)))
  return (
    <FormPage viewer={viewer} strip={strip} title="Rate a need">
      <RatingForm given={given} domains={domains} by={viewer.agency} />
    </FormPage>
  )
}
