import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { FactList } from '@/components/person/fact-list'
import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { endableFacts } from '@/lib/facts/endable'
import type { Fact } from '@/lib/facts/grouped'
import { getDetails } from '@/lib/facts/queries'
import { aroundFacts, identityFacts, numberFacts, reachFacts, whereFacts } from '@/lib/facts/words'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'

export const metadata: Metadata = { title: 'Details' }

type Props = { params: Promise<{ personId: string }> }

const addable: Record<string, { path: string; words: string }[]> = {
  who: [
    { path: 'name', words: 'Add a name' },
    { path: 'birth', words: 'Add a date of birth' },
    { path: 'identity', words: 'Add pronouns, sex, gender or ethnic group' },
  ],
  numbers: [{ path: 'number', words: 'Add a number' }],
  reach: [
    { path: 'safe-contact', words: 'Agree a way to reach them' },
    { path: 'phone', words: 'Add a telephone number or email' },
  ],
  where: [
    { path: 'living', words: 'Say where they stay now' },
    { path: 'address', words: 'Add an address' },
  ],
  around: [
    { path: 'relationship', words: 'Add somebody in their life' },
    { path: 'adjustment', words: 'Add what makes it easier' },
    { path: 'own-words', words: 'Write down their words' },
  ],
}

/**
 * Facts by value, each with who says so and when. Where agencies differ, all values stand.
 */
export default async function DetailsPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'details',
    (scope, { personId: id }) => getDetails(scope, id),
  )
  const mayGive = can(viewer, 'fact:give') && !strip.died?.sure
  const hidden = strip.protected && !strip.protected.named
  const endable = can(viewer, 'fact:end') ? endableFacts(asked) : new Map<string, string>()
  const ending = (id: string, value: string) => {
    const fact = endable.get(id)
    return fact ? (
      <Link href={`/people/${personId}/details/${fact}/${id}`}>
        No longer so<span className="sr-only">: {value}</span>
      </Link>
    ) : undefined
  }
  const part = (key: string, title: string, facts: Fact[], before?: ReactNode) => (
    <Card title={title} titleId={key}>
      {before}
      <FactList facts={facts} actionOf={ending} />
      {mayGive ? (
        <p className="no-print mt-3 flex flex-wrap gap-x-5 gap-y-1">
          {(addable[key] ?? []).map(({ path, words }) => (
            <Link key={path} href={`/people/${personId}/details/${path}`}>
              {words}
            </Link>
          ))}
        </p>
      ) : null}
    </Card>
  )
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="grid gap-5 xl:grid-cols-2 xl:items-start">
        {part('who', 'Who they are', identityFacts(asked))}
        {part('reach', 'How to reach them', reachFacts(asked))}
        {part(
          'where',
          'Where they stay',
          whereFacts(asked),
          hidden ? (
            <InsetText tone="caution">
              Where this person is, is protected. You see what your own agency wrote, where your
              team may; the rest is for the named teams, and nobody else here can look it up.
            </InsetText>
          ) : undefined,
        )}
        {part('numbers', 'Numbers', numberFacts(asked))}
        {part('around', 'Around them', aroundFacts(asked))}
      </div>
    </PersonPage>
  )
}
