import { SubPage } from '@/app/sub-page'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { livePreconditions } from '@/lib/admin/live'
import { openAdmin } from '../open-admin'

export const metadata = { title: 'Live mode' }

/**
 * What must be in place before anybody real is in here. The service itself refuses to start without
 * it.
 */
export default async function LivePage() {
  const { viewer } = await openAdmin(() => Promise.resolve(true), { host: true })
  const parts = livePreconditions()
  const missing = parts.filter(({ there }) => !there).length
  return (
    <SubPage viewer={viewer} title="Live mode" back={{ href: '/admin', label: 'admin' }}>
      <InsetText tone={missing > 0 ? 'caution' : 'plain'}>
        {viewer.mode === 'practice'
          ? 'This is a practice place. It can never become a live one: a live place is made anew, with nobody invented in it.'
          : 'This is a live place.'}{' '}
        {missing > 0
          ? `Live mode does not start: ${missing} of ${parts.length} things are missing.`
          : 'Everything that live mode asks for is in place.'}
      </InsetText>
      <Table
        caption="What live mode asks for"
        rows={parts}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', title: 'What', heading: true, cell: ({ what }) => what },
          {
            key: 'there',
            title: 'There',
            cell: ({ there }) => (
              <Tag tone={there ? 'act' : 'danger'}>{there ? 'in place' : 'missing'}</Tag>
            ),
          },
          { key: 'how', title: 'How', cell: ({ how }) => how },
        ]}
      />
    </SubPage>
  )
}
