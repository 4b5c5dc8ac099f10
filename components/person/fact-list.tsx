import type { ReactNode } from 'react'
import { NotKnown } from '@/components/ui/not-known'
import { Tag } from '@/components/ui/tag'
import { agenciesDiffer } from '@/lib/facts/differ'
import { groupByValue, type Fact, type FactGroup } from '@/lib/facts/grouped'
import { FactEntries, type ActionOf } from './fact-entries'

type Props = {
  facts: readonly Fact[]
  /** What the reader may do with one entry, named by its value. */
  actionOf?: ActionOf
}

/**
 * Facts about the person, by value: what holds now, with who says so, and what is over folded.
 * Where agencies differ all their values stand; none is left out for another.
 */
export function FactList({ facts, actionOf }: Props) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map((fact) => (
        <div key={fact.label} className="gap-4 py-3 sm:flex">
          <dt className="font-bold sm:w-44 sm:shrink-0">
            {fact.label}
            {!fact.several && agenciesDiffer(fact.values) ? (
              <span className="block">
                <Tag tone="caution">agencies differ</Tag>
              </span>
            ) : null}
          </dt>
          <dd className="min-w-0 flex-1">
            <Values {...fact} actionOf={actionOf} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Values({ label, values, notAsked = false, several = false, actionOf }: ValuesProps) {
  const now = groupByValue(values.filter(({ over }) => !over))
  const before = groupByValue(values.filter(({ over }) => over))
  return (
    <>
      {now.length === 0 ? <NotKnown asked={!notAsked || before.length > 0} /> : null}
      <div className="grid gap-3">
        {now.map((group, place) => (
          <Group
            key={group.value}
            group={group}
            large={place === 0 && !several}
            actionOf={actionOf}
          />
        ))}
      </div>
      {before.length > 0 ? (
        <details className="mt-2">
          <summary className="link w-fit text-note">
            Earlier<span className="sr-only">: {label}</span>
          </summary>
          <div className="mt-2 grid gap-3 border-l-4 border-line pl-4">
            {before.map((group) => (
              <Group key={group.value} group={group} actionOf={actionOf} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  )
}

type ValuesProps = Fact & { actionOf: ActionOf | undefined }
type GroupProps = { group: FactGroup; large?: boolean; actionOf: ActionOf | undefined }

function Group({ group, large = false, actionOf }: GroupProps): ReactNode {
  return (
    <div className="min-w-0">
      <p className={large ? 'text-lead font-bold break-words' : 'break-words'}>{group.value}</p>
      {group.notes.map((note) => (
        <p key={note} className="text-note text-caution">
          {note}
        </p>
      ))}
      <FactEntries group={group} actionOf={actionOf} />
    </div>
  )
}
