import { randomUUID } from 'node:crypto'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { Done } from '@/app/done'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { LIST_NAMES } from '@/lib/admin/lists'
import { isFixedList, listCodes } from '@/lib/admin/queries'
import { openAdmin } from '../../open-admin'
import { AddCodeForm, OfferForm } from './forms'

type Props = { params: Promise<{ list: string }> }

export const metadata = { title: 'Code list' }

const news: Record<string, string> = {
  added: 'The value is added.',
  offered: 'The value is offered again.',
  retired: 'The value is no longer offered. Where it was used it can still be read.',
}

/** One list: what it offers, what it no longer does. */
export default async function CodeListPage({ params }: Props) {
  const { list } = await params
  const {
    viewer,
    asked: { codes, fixed, draft, kept },
    formKey,
  } = await openAdmin(
    async (scope) => {
      const found = await listCodes(scope, list)
      if (found.length === 0) return null
      const path = `/admin/codes/${list}`
      return {
        codes: found,
        fixed: await isFixedList(scope, list),
        ...(await openDraft(scope, { form: 'code', subject: list, path })),
      }
    },
    { host: true },
  )
  return (
    <SubPage
      viewer={viewer}
      title={LIST_NAMES[list] ?? list}
      back={{ href: '/admin/codes', label: 'code lists' }}
    >
      <Done news={news} />
      {fixed ? (
        <InsetText>
          The service counts, draws or matches by each of these, so none is added and none retired.
        </InsetText>
      ) : (
        <AddCodeForm list={list} formKey={formKey} draft={draft} kept={kept} />
      )}
      <div className="mt-8">
        <Table
          caption="Values"
          rows={codes}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', title: 'Value', heading: true, cell: ({ label }) => label },
            { key: 'now', title: 'Now', cell: ({ current }) => (current ? 'Offered' : 'Retired') },
            {
              key: 'do',
              title: <span className="sr-only">Change</span>,
              cell: (code) =>
                code.stays && code.current ? (
                  <span className="text-note text-muted">
                    {fixed ? '' : 'Needed by the service'}
                  </span>
                ) : (
                  <OfferForm list={list} code={code} formKey={randomUUID()} />
                ),
            },
          ]}
        />
      </div>
    </SubPage>
  )
}
