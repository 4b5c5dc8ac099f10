import { randomUUID } from 'node:crypto'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { Card } from '@/components/ui/card'
import { ComesAgain } from '@/components/ui/comes-again'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { getStagedAreas } from '@/lib/areas/queries'
import { licenceOf } from '@/lib/areas/read-files'
import { id } from '@/lib/fields'
import { openAdmin } from '../../../open-admin'
import { ForgetForm, LoadForm } from '../../forms'
import { StagedSets } from './staged-sets'

type Props = { params: Promise<{ uploadId: string }> }

export const metadata = { title: 'What is in the files' }

/** What files of areas hold and what loading them would do. Nothing is loaded yet. */
export default async function UploadPage({ params }: Props) {
  const { uploadId } = await params
  const {
    viewer,
    asked: { found, draft, kept },
    formKey,
  } = await openAdmin(
    async (scope) => {
      const staged = id().safeParse(uploadId).success ? await getStagedAreas(scope, uploadId) : null
      const path = `/admin/areas/uploads/${uploadId}`
      const ask = { form: 'area-load', subject: uploadId, path }
      return staged && { found: staged, ...(await openDraft(scope, ask)) }
    },
    { host: true },
  )
  if ('reading' in found)
    return (
      <SubPage
        viewer={viewer}
        title="What is in the files"
        about="They are being read, which may take a minute. You may leave this page."
        back={{ href: '/admin/areas', label: 'area sets' }}
      >
        <ComesAgain />
        <ForgetForm upload={uploadId} formKey={randomUUID()} />
      </SubPage>
    )
  const { files, problems, sets, lookups, attribution } = found
  const loads = problems.length === 0 && sets.length > 0
  return (
    <SubPage
      viewer={viewer}
      title="What is in the files"
      about="Nothing is loaded yet."
      back={{ href: '/admin/areas', label: 'area sets' }}
    >
      <div className="grid grid-cols-1 gap-5">
        {problems.length > 0 ? (
          <InsetText tone="danger" className="mb-0">
            <h2 className="mb-2 text-heading-s">These cannot be loaded as they are</h2>
            <ul className="list-disc pl-5 wrap-anywhere">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
            <p className="mt-3">
              Mend the files and <Link href="/admin/areas/load">send them again</Link>.
            </p>
          </InsetText>
        ) : null}
        <Card title="What each file is" titleId="files">
          <Table
            caption="What each file is"
            captionHidden
            rows={files}
            rowKey={({ file }) => file}
            columns={[
              {
                key: 'file',
                title: 'File',
                heading: true,
                cell: ({ file }) => <strong className="wrap-anywhere">{file}</strong>,
              },
              { key: 'is', title: 'What it is', cell: ({ message }) => message },
            ]}
          />
        </Card>
        <Card title="What would be loaded" titleId="sets">
          <StagedSets sets={sets} lookups={lookups} />
        </Card>
        {loads ? (
          <LoadForm
            upload={uploadId}
            formKey={formKey}
            draft={draft}
            values={
              kept ?? {
                attribution: attribution ?? '',
                licence: attribution ? licenceOf(attribution) : 'Open Government Licence v3.0',
              }
            }
          />
        ) : null}
        <ForgetForm upload={uploadId} formKey={randomUUID()} />
      </div>
    </SubPage>
  )
}
