import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { institutionValues, listKeepers } from '@/lib/institutions/queries'
import { InstitutionForm } from '../institution-form'

/** Adds an institution: for whoever curates. */
export default async function NewInstitutionPage() {
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:curate')) return null
    return { viewer: scope.viewer, keepers: await listKeepers(scope) }
  }, '/place/institutions/new')
  if (!found) notFound()
  return (
    <SubPage
      viewer={found.viewer}
      title="Add an institution"
      back={{ href: '/place/institutions', label: 'institutions' }}
    >
      <InstitutionForm
        title="Add an institution"
        values={institutionValues(null)}
        formKey={randomUUID()}
        keepers={found.keepers.map(({ id, name }) => ({ value: id, label: name }))}
        withheld={false}
      />
    </SubPage>
  )
}
