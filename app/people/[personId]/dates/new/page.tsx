import { FormPage, openForm } from '../../form-page'
import { BookingForm } from '../forms'

type Props = { params: Promise<{ personId: string }> }

/** Book a date. */
export default async function BookingPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'date',
    verb: 'appointment:book',
    path: '/dates/new',
    ask: async () => null,
    values: () => ({ minutes: '30' }),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Book a date">
      <BookingForm given={given} />
    </FormPage>
  )
}
