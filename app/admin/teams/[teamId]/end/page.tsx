import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { FormTitle } from '@/components/form/form-title'
import { InsetText } from '@/components/ui/inset-text'
import { getTeamEnd, type TeamEnd } from '@/lib/admin/queries'
import { id } from '@/lib/fields'
import { openAdmin } from '../../../open-admin'
import { EndTeamForm } from './form'

type Props = { params: Promise<{ teamId: string }> }

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** What has to be settled first, each with who can settle it. */
function inTheWay({ working, referrals, alone, managers }: TeamEnd): string[] {
  const who =
    managers.length > 0 ? managers.join(', ') : 'A manager of the team (there is none now)'
  return [
    working > 0
      ? `It works with ${people(working)}. ${who} can end that work or hand it over.`
      : '',
    referrals > 0
      ? `${people(referrals)} referred to it ${referrals === 1 ? 'waits' : 'wait'} for an answer. ${who} can answer.`
      : '',
    alone > 0
      ? `It is the only team that knows where ${people(alone)} with protected whereabouts can be found. Another team has to be named first.`
      : '',
  ].filter(Boolean)
}

/** What ending does, for those who read and for those who work in it. */
const whatItDoes = ({ agreements, leftWithout }: TeamEnd) => [
  'nobody reads anything through this team any more, from that moment',
  'what it wrote stays, with its name, and its agency can open that with a reason',
  ...(agreements.length > 0
    ? [`as a receiver it falls away in: ${agreements.join(', ')}. The agreements themselves go on`]
    : []),
  ...(leftWithout.length > 0
    ? [
        `these have no other team, and see nobody until they are given one: ${leftWithout.join(', ')}`,
      ]
    : []),
  'it cannot be undone: a team that is needed again is added again',
]

/** Ending a team: what is in the way first, then what it means. */
export default async function EndTeamPage({ params }: Props) {
  const { teamId } = await params
  const { viewer, asked, formKey } = await openAdmin(async (scope) => {
    const found = id().safeParse(teamId).success ? await getTeamEnd(scope, teamId) : null
    const path = `/admin/teams/${teamId}/end`
    const kept = await openDraft(scope, { form: 'team-end', subject: teamId, path })
    return found && { team: found, ...kept }
  })
  const { team, draft, kept } = asked
  const first = inTheWay(team)
  return (
    <SubPage
      viewer={viewer}
      title={`End ${team.name}`}
      about={viewer.agency}
      back={{ href: `/admin/teams/${teamId}`, label: team.name }}
    >
      {first.length > 0 ? (
        <InsetText tone="caution">
          <h2 className="mb-2 text-heading-s">Not yet: so that nobody is lost</h2>
          <ul className="list-disc pl-5">
            {first.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </InsetText>
      ) : null}
      <h2 className="mb-2 text-heading-s">What ending it does</h2>
      <ul className="mb-6 list-disc pl-6">
        {whatItDoes(team).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {first.length === 0 ? (
        <EndTeamForm team={teamId} formKey={formKey} draft={draft} kept={kept} />
      ) : (
        <FormTitle title="End a team" wrong={false} />
      )}
    </SubPage>
  )
}
