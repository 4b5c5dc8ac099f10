import { SubPage } from '@/app/sub-page'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldWords, FormGroup } from '@/components/ui/form-group'
import { Label } from '@/components/ui/label'
import { TextInput } from '@/components/ui/text-input'
import { reasonSentBack } from '@/lib/sent-back'
import { openAdmin } from '../../open-admin'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata = { title: 'Load area sets' }

const problems: Readonly<Record<string, string>> = {
  none: 'Choose at least one file',
  empty: 'These files are empty: they hold 0 bytes',
  large:
    'These files come to more than 10 megabytes. Send them in parts, ' +
    'or have them loaded on the server',
  second: 'Files of yours are being read. Send more when they have been',
  busy: 'Many people are working here just now. Send the files again in a minute',
  unreadable: 'The files did not arrive whole. Send them again',
}

/** Files of areas are sent here and looked at before anything is loaded. A plain form. */
export default async function LoadAreasPage({ searchParams }: Props) {
  const key = await reasonSentBack(searchParams)
  const { viewer } = await openAdmin(() => Promise.resolve(true), { host: true })
  const problem = key === undefined ? undefined : problems[key]
  const hint =
    'Boundaries as GeoJSON; names, residents, deprivation, lookups and postcodes as CSV. Gzipped ' +
    'files too. Send those that belong together at once: at most 10 megabytes.'
  return (
    <SubPage
      viewer={viewer}
      title="Load area sets"
      about="Files as the Office for National Statistics publishes them. You see what is in them before anything is loaded."
      back={{ href: '/admin/areas', label: 'area sets' }}
    >
      <form action="/admin/areas/send" method="post" encType="multipart/form-data">
        {problem ? <ErrorSummary errors={{ files: problem }} /> : null}
        <FormGroup error={problem}>
          <Label htmlFor="files">Files</Label>
          <FieldWords id="files" hint={hint} error={problem} />
          <input
            id="files"
            name="files"
            type="file"
            multiple
            accept=".csv,.geojson,.json,.gz,.txt,.md"
            aria-describedby={problem ? 'files-hint files-error' : 'files-hint'}
            aria-invalid={problem ? true : undefined}
            className="field max-w-md py-2"
          />
        </FormGroup>
        <TextInput
          id="place"
          name="place"
          label="Name of the place (optional)"
          hint="Such as: Coventry. Leave empty if the files say it"
          width="half"
          maxLength={80}
        />
        <Button type="submit">See what is in them</Button>
      </form>
    </SubPage>
  )
}
