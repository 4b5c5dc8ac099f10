import { SubPage } from '@/app/sub-page'
import { can } from '@/lib/access/policy'
import { institutionValues, listKeepers } from '@/lib/institutions/queries'
import { versionOf } from '@/lib/stored-version'
import { InstitutionForm } from '../../institution-form'
import { openInstitution } from '../../open-institution'

type Props = { params: Promise<{ institutionId: string }> }

/** Corrects or confirms the entry of an institution. */
export default async function EditInstitutionPage({ params }: Props) {
  const { institutionId } = await params
  const { viewer, one, asked, formKey } = await openInstitution(
    institutionId,
    'place:correct',
    async (scope) => (can(scope.viewer, 'place:curate') ? await listKeepers(scope) : null),
  )
  const values = institutionValues(one)
  return (
    <SubPage
      viewer={viewer}
      title={`Correct or confirm ${one.name}`}
      about="What you save is what you say is so today. What you leave empty is not known."
      back={{ href: `/place/institutions/${one.id}`, label: one.name }}
    >
      <InstitutionForm
        title={`Correct or confirm ${one.name}`}
        institution={one.id}
        version={versionOf(values)}
        values={values}
        formKey={formKey}
        keepers={asked?.map(({ id, name }) => ({ value: id, label: name })) ?? null}
        withheld={one.withheld}
      />
    </SubPage>
  )
}
