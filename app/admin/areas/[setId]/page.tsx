import { countOf } from '@/app/place/area-sets'
import { SubPage } from '@/app/sub-page'
import { InsetText } from '@/components/ui/inset-text'
import { getAreaSet } from '@/lib/areas/queries'
import { datesOf } from '@/lib/areas/set-dates'
import { formatDate } from '@/lib/dates'
import { id } from '@/lib/fields'
import { dateValues } from '@/lib/form-state'
import { versionOf } from '@/lib/stored-version'
import { openAdmin } from '../../open-admin'
import { DatesForm } from '../forms'

type Props = { params: Promise<{ setId: string }> }

/** From when to when one version holds. */
export default async function AreaSetPage({ params }: Props) {
  const { setId } = await params
  const {
    viewer,
    asked: set,
    formKey,
  } = await openAdmin(
    (scope) => (id().safeParse(setId).success ? getAreaSet(scope, setId) : Promise.resolve(null)),
    { host: true },
  )
  const { from, until } = datesOf(set)
  return (
    <SubPage
      viewer={viewer}
      title={set.name}
      about={`${countOf(set._count.areas)}. ${set.attribution} ${set.licence}`}
      back={{ href: '/admin/areas', label: 'area sets' }}
    >
      <InsetText>
        After its last day a version is no longer drawn as today’s map. It stays, with all its
        figures{until === '' ? '.' : `. It holds until ${formatDate(until)} now.`}
      </InsetText>
      <DatesForm
        set={set.id}
        version={versionOf(datesOf(set))}
        formKey={formKey}
        values={{ ...dateValues('from', from), ...dateValues('until', until) }}
      />
    </SubPage>
  )
}
