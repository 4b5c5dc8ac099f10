import type { ReactNode } from 'react'
import { NotKnown } from '@/components/ui/not-known'
import { Tag } from '@/components/ui/tag'
import { agenciesDiffer } from '@/lib/facts/differ'
import { firstCapital } from '@/lib/first-capital'

export type FactValue = {
  id: string
  value: string
  /** Who says so, and when they did: `Probation`, `4 August 2026`. */
  by: string
  when: string
  /** `Check figure does not fit`, `Estimated`. */
  note?: string | undefined
  /** No longer so. */
  over?: boolean
  /** Not asked, or no answer given: agencies do not differ by it. */
  unsaid?: boolean
  action?: ReactNode
}

export type Fact = {
  label: string
  /** Every agency's value this reader may see; none: not known. */
  values: readonly FactValue[]
  /** Nobody has asked, as against asked without an answer. */
  notAsked?: boolean
  /** Several at once are natural, as of telephone numbers: that agencies differ says nothing. */
  several?: boolean
}

/** Facts about the person. Where agencies differ, their values stand side by side; none wins. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map(({ label, values, notAsked = false, several = false }) => {
        const differ = !several && agenciesDiffer(values)
        return (
          <div key={label} className="gap-4 py-3 sm:flex">
            <dt className="font-bold sm:w-48 sm:shrink-0">
              {label}
              {differ ? (
                <span className="block">
                  <Tag tone="caution">agencies differ</Tag>
                </span>
              ) : null}
            </dt>
            {values.length === 0 ? (
              <dd>
                <NotKnown asked={!notAsked} />
              </dd>
            ) : (
              <dd
                className={
                  'grid flex-1 grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-x-6 gap-y-3'
                }
              >
                {values.map((value) => (
                  <Value key={value.id} {...value} />
                ))}
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

function Value({ value, by, when, note, action }: FactValue) {
  return (
    <div className="min-w-0">
      <p className="break-words">{value}</p>
      <p className="text-note text-muted">
        {firstCapital(by)}, {when}
      </p>
      {note ? <p className="text-note text-caution">{note}</p> : null}
      {action ? <div className="no-print text-note">{action}</div> : null}
    </div>
  )
}
