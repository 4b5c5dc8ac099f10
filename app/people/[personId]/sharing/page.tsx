import type { Metadata } from 'next'
import { Because } from '@/components/person/because'
import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { can } from '@/lib/access/policy'
import { getWordStates, listWords } from '@/lib/confirming/queries'
import { becauseWords, notForWords } from '@/lib/people/because'
import { firstName } from '@/lib/people/identity'
import {
  getBecause,
  getStates,
  listChoices,
  listObjections,
  listReaders,
} from '@/lib/sharing/queries'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'
import { ChoicesCard } from './choices-card'
import { ReaderCard } from './reader-card'
import { StatesCard } from './states-card'

export const metadata: Metadata = { title: 'Sharing' }

type Props = { params: Promise<{ personId: string }> }

/**
 * Who can see this record, and why: true by construction, from what the database itself decides by.
 */
export default async function SharingPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'sharing',
    async (scope, { personId: id }) => ({
      readers: await listReaders(scope, id),
      because: await getBecause(scope, id),
      choices: await listChoices(scope, id),
      objections: await listObjections(scope, id),
      states: await getStates(scope, id),
      waiting: await listWords(scope, id),
      words: await getWordStates(scope, id),
    }),
  )
  const here = `/people/${personId}/sharing`
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="grid gap-5 xl:grid-cols-2 xl:items-start">
        <Card title="Who can see this record, and why" titleId="readers">
          <Because
            reason={becauseWords(asked.because, firstName(strip))}
            notFor={notForWords(asked.because)}
          />
          <ul className="mt-3 divide-y divide-line">
            {asked.readers.map((reader) => (
              <ReaderCard
                key={`${reader.agency}/${reader.team ?? ''}/${reader.opens}`}
                reader={reader}
              />
            ))}
          </ul>
          <InsetText className="mt-4 mb-0">
            There may be teams that you may not be told of. To ask, ring the partnership desk,
            quoting {personId.slice(-6).toUpperCase()}.
          </InsetText>
        </Card>
        <div className="grid gap-5">
          <ChoicesCard
            choices={asked.choices}
            waiting={asked.waiting}
            words={asked.words}
            objections={asked.objections}
            mayAnswer={can(viewer, 'waiting:decide')}
            here={here}
            mayRecord={can(viewer, 'choice:record') && !strip.died?.sure}
          />
          <StatesCard
            words={asked.words}
            strip={strip}
            states={asked.states}
            here={here}
            may={{
              protect: can(viewer, 'whereabouts:protect'),
              name: can(viewer, 'name:protect'),
              limit: can(viewer, 'access:limit'),
              harm: can(viewer, 'harm:link'),
              cohort: can(viewer, 'cohort:decide'),
              conflict: can(viewer, 'conflict:declare'),
              death: can(viewer, 'death:record'),
            }}
          />
        </div>
      </div>
    </PersonPage>
  )
}
