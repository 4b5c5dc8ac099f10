import { AreaSets } from '@/app/place/area-sets'
import { SubPage } from '@/app/sub-page'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { listAreaSets } from '@/lib/areas/queries'
import { openAdmin } from '../open-admin'

export const metadata = { title: 'Area sets' }

/** Which sets of areas are loaded, under which licence. */
export default async function AreasPage() {
  const { viewer, asked: sets } = await openAdmin(listAreaSets, { host: true })
  return (
    <SubPage viewer={viewer} title="Area sets" back={{ href: '/admin', label: 'admin' }}>
      <InsetText>
        Sets are loaded on the server, from a folder of GeoJSON and CSV files as the Office for
        National Statistics publishes them: <code>npm run areas -- FOLDER</code>. The same set
        loaded again is brought up to date. <Link href="/place">See the map</Link>
      </InsetText>
      <AreaSets sets={sets} />
    </SubPage>
  )
}
