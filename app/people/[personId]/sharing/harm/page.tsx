import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { labelOf } from '@/lib/codes'
import { listHarmLinks } from '@/lib/states/harm'
import { HARM_KINDS } from '@/lib/states/lists'
import { FormPage, openForm } from '../../form-page'
import { HarmForm } from '../harm-forms'

type Props = { params: Promise<{ personId: string }> }

/** Who may harm this person. It shows on this person's side alone. */
export default async function HarmPage({ params }: Props) {
  const { viewer, strip, personId, asked, given } = await openForm(params, {
    form: 'harm',
    verb: 'harm:link',
    path: '/sharing/harm',
    ask: (scope, opened) => listHarmLinks(scope, opened.personId),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Add a harm link">
      <InsetText>
        It shows here and nowhere else: nothing on the other person’s page tells of it. A team that
        works with both is warned before it books them together.
      </InsetText>
      {asked.length > 0 ? (
        <Card title="Recorded now" titleId="links" className="mb-6">
          <ul className="divide-y divide-line">
            {asked.map(({ id, kind, who, detail, own }) => (
              <li key={id} className="flex justify-between gap-4 py-2">
                <span>
                  {labelOf(HARM_KINDS, kind)}
                  {who ? `: ${who}` : ''}
                  {detail ? <span className="block text-muted">{detail}</span> : null}
                </span>
                {own ? <Link href={`/people/${personId}/sharing/harm/${id}`}>End</Link> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <HarmForm given={given} />
    </FormPage>
  )
}
