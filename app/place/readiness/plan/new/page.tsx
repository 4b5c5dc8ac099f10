import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { can } from '@/lib/access/policy'
import { openReadiness } from '../../open-round'
import { ActionForm } from './form'

/** Something that the place says it will do. */
export default async function NewActionPage() {
  const { viewer } = await openReadiness('/place/readiness/plan/new', async () => null)
  if (!can(viewer, 'readiness:lead')) notFound()
  return (
    <SubPage
      viewer={viewer}
      title="Add an action"
      width="reading"
      back={{ href: '/place/readiness', label: 'readiness' }}
    >
      <ActionForm formKey={randomUUID()} />
    </SubPage>
  )
}
