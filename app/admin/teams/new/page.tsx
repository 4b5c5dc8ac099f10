import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { offers } from '@/components/form/offers'
import { listAbout } from '@/lib/contacts/queries'
import { openAdmin } from '../../open-admin'
import { TeamForm } from '../form'

/** A new team of the administrator's own agency. */
export default async function NewTeamPage() {
  const { viewer, asked, formKey } = await openAdmin(async (scope) => ({
    ...(await openDraft(scope, { form: 'team', path: '/admin/teams/new' })),
    about: await listAbout(scope),
  }))
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
        about={offers(asked.about)}
      />
    </SubPage>
  )
}
