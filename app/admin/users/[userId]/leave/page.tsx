import { SubPage } from '@/app/sub-page'
import { getUser } from '@/lib/admin/queries'
import { id } from '@/lib/fields'
import { openAdmin } from '../../../open-admin'
import { LeaveForm } from '../end-forms'

type Props = { params: Promise<{ userId: string }> }

/** Somebody leaves the agency. */
export default async function LeavePage({ params }: Props) {
  const { userId } = await params
  const {
    viewer,
    asked: user,
    formKey,
  } = await openAdmin((scope) =>
    id().safeParse(userId).success ? getUser(scope, userId) : Promise.resolve(null),
  )
  return (
    <SubPage
      viewer={viewer}
      title={`${user.name} has left`}
      back={{ href: `/admin/users/${user.id}`, label: user.name }}
    >
      <ul className="mb-6 list-disc pl-6">
        <li>every role they have with {viewer.agency} ends, and every session in it</li>
        <li>if they work for nobody else here, they cannot sign in again, and no link works</li>
        <li>what they wrote stays, with their name on it</li>
      </ul>
      <LeaveForm user={user.id} formKey={formKey} />
    </SubPage>
  )
}
