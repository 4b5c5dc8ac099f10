import { SubPage } from '@/app/sub-page'
import { WithholdForm } from '../../forms'
import { openInstitution } from '../../open-institution'

type Props = { params: Promise<{ institutionId: string }> }

/** Withholds where an institution is. */
export default async function WithholdPage({ params }: Props) {
  const { institutionId } = await params
  const { viewer, one, formKey } = await openInstitution(institutionId, 'place:correct', () =>
    Promise.resolve(null),
  )
  return (
    <SubPage
      viewer={viewer}
      title={`Withhold where ${one.name} is`}
      back={{ href: `/place/institutions/${one.id}`, label: one.name }}
    >
      <WithholdForm institution={one.id} name={one.name} formKey={formKey} />
    </SubPage>
  )
}
