import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { openAdmin } from '../../open-admin'
import { TeamForm } from '../form'

/** A new team of the administrator's own agency. */
export default async function NewTeamPage() {
  const { viewer, asked, formKey } = await openAdmin((scope) =>
    openDraft(scope, { form: 'team', path: '/admin/teams/new' }),
  )
  return (
    <SubPage
      viewer={viewer}
      title="Add a team"
      about={viewer.agency}
      back={{ href: '/admin/teams', label: 'teams' }}
    >
      <TeamForm
        title="Add a team"
        formKey={formKey}
        values={asked.kept ?? { impliesPlace: 'no' }}
        draft={asked.draft}
      />
    </SubPage>
  )
}
