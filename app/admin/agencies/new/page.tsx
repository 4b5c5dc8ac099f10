import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { openAdmin } from '../../open-admin'
import { AgencyForm } from './form'

/** A new agency with its first administrator. Immigration enforcement is never one. */
export default async function NewAgencyPage() {
  const { viewer, asked, formKey } = await openAdmin(
    (scope) => openDraft(scope, { form: 'agency', path: '/admin/agencies/new' }),
    { host: true },
  )
  return (
    <SubPage
      viewer={viewer}
      title="Add an agency"
      about="It sees nothing of others until it is a party to an agreement."
      back={{ href: '/admin/agencies', label: 'agencies' }}
    >
      <AgencyForm formKey={formKey} {...asked} />
    </SubPage>
  )
}
