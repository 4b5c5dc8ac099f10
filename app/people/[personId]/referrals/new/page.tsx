import { listReceivers } from '@/lib/referrals/queries'
import { FormPage, openForm } from '../../form-page'
import { ReferralForm } from '../forms'

type Props = { params: Promise<{ personId: string }> }

/** Asks another team, or a service outside, to take them on. */
export default async function NewReferralPage({ params }: Props) {
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'referral',
    verb: 'referral:send',
    path: '/referrals/new',
    lists: ['referral_reason'],
    ask: (scope) => listReceivers(scope),
    values: () => ({ where: 'team', when: 'send' }),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Refer them">
      <ReferralForm given={given} teams={asked} />
    </FormPage>
  )
}
