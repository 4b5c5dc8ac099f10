import { SubPage } from '@/app/sub-page'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { listErrors } from '@/lib/admin/queries'
import { formatDateTime } from '@/lib/dates'
import { openAdmin } from '../open-admin'

export const metadata = { title: 'Errors' }

/**
 * Faults of the service by kind, with how often and the last reference, for finding it in the log.
 */
export default async function ErrorsPage() {
  const { viewer, asked: errors } = await openAdmin(listErrors, { host: true })
  return (
    <SubPage
      viewer={viewer}
      title="Errors"
      about="The reference stands on the error page somebody saw, and on its line of the log."
      back={{ href: '/admin', label: 'admin' }}
      width="wide"
    >
      {errors.length === 0 ? (
        <EmptyState title="No error has been recorded." />
      ) : (
        <Table
          caption="Errors"
          captionHidden
          rows={errors}
          rowKey={({ fingerprint }) => fingerprint}
          columns={[
            { key: 'what', title: 'What', heading: true, cell: ({ message }) => message },
            { key: 'times', title: 'Times', number: true, cell: ({ times }) => times },
            { key: 'first', title: 'First', cell: ({ first_at }) => formatDateTime(first_at) },
            { key: 'last', title: 'Last', cell: ({ last_at }) => formatDateTime(last_at) },
            { key: 'request', title: 'Last reference', cell: ({ last_request }) => last_request },
          ]}
        />
      )}
    </SubPage>
  )
}
