import { nearestWords, servingWords } from '@/lib/supply/words'
import type { PublishedNeed } from '@/lib/supply/queries'
import { IN_REACH_MINUTES, type AreaSupply } from '@/lib/supply/rules/need-and-supply'

type Props = { gaps: readonly AreaSupply[]; counted: PublishedNeed | null; all: number }

const MOST = 8

/** Areas where need is ahead of supply, in words: how far, who serves them, how many people. */
export function GapList({ gaps, counted, all }: Props) {
  if (gaps.length === 0) {
    return (
      <p>
        {all === 0
          ? 'No areas have been loaded. An administrator of the partnership desk loads them.'
          : `None is further than about ${IN_REACH_MINUTES} minutes, and each is served by somebody.`}
      </p>
    )
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {gaps.slice(0, MOST).map((area) => (
          <li key={area.code} className="py-3 first:pt-0">
            <h3 className="font-bold">{area.name}</h3>
            <p>
              {nearestWords(area)} {servingWords(area)}
              {counted?.several.has(area.code)
                ? ` People with two or more needs: ${counted.show(area.people).text}.`
                : ''}
            </p>
          </li>
        ))}
      </ul>
      {gaps.length > MOST ? (
        <p className="mt-2 text-note text-muted">
          And {gaps.length - MOST} more: all {all} areas are in the table below the map.
        </p>
      ) : null}
    </>
  )
}
