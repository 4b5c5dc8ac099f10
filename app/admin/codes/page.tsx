import { SubPage } from '@/app/sub-page'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { LIST_NAMES } from '@/lib/admin/lists'
import { listCodeLists } from '@/lib/admin/queries'
import { openAdmin } from '../open-admin'

export const metadata = { title: 'Code lists' }

/** The lists of choices that are kept as data. */
export default async function CodeListsPage() {
  const { viewer, asked: lists } = await openAdmin(listCodeLists, { host: true })
  const named = lists
    .map((each) => ({ ...each, name: LIST_NAMES[each.list] ?? each.list }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return (
    <SubPage
      viewer={viewer}
      title="Code lists"
      about="A value is added or retired, and never deleted: what was written keeps its words."
      back={{ href: '/admin', label: 'admin' }}
    >
      <Table
        caption="Lists"
        captionHidden
        rows={named}
        rowKey={({ list }) => list}
        columns={[
          {
            key: 'name',
            title: 'List',
            heading: true,
            cell: ({ list, name }) => <Link href={`/admin/codes/${list}`}>{name}</Link>,
          },
          { key: 'offered', title: 'Offered', number: true, cell: ({ offered }) => offered },
          { key: 'retired', title: 'Retired', number: true, cell: ({ retired }) => retired },
        ]}
      />
    </SubPage>
  )
}
