import { SubPage } from '@/app/sub-page'
import { listNames } from '@/lib/institutions/queries'
import { LinkForm } from '../../forms'
import { openInstitution } from '../../open-institution'

type Props = { params: Promise<{ institutionId: string }> }

/** Declares a link of an institution. */
export default async function DeclareLinkPage({ params }: Props) {
  const { institutionId } = await params
  const { viewer, one, asked, formKey } = await openInstitution(
    institutionId,
    'place:correct',
    listNames,
  )
  return (
    <SubPage
      viewer={viewer}
      title={`A link of ${one.name}`}
      back={{ href: `/place/institutions/${one.id}`, label: one.name }}
    >
      <LinkForm
        institution={one.id}
        name={one.name}
        formKey={formKey}
        others={asked
          .filter(({ id }) => id !== one.id)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </SubPage>
  )
}
