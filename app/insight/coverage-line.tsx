import { CellTable } from '@/components/insight/cell-table'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { TOTAL } from '@/lib/insight/programme'
import { listFed } from '@/lib/insight/publication-words'
import type { Publication } from '@/lib/insight/schema'
import { valueAt, type Cells } from '@/lib/insight/cells'
import { listGroupsUnsure, listUnknown, sayLeftOut, sayRanges } from '@/lib/insight/whole-error'
import { showCount } from '@/lib/insight/shown'

type Props = { publication: Publication; figures: ReadonlyMap<string, Cells> }

/**
 * Whom the figures reach and whom not: what is larger than the alterations, each said with its
 * size: records not yet joined, what nobody asked, who is left out, which agencies fed them.
 */
export function CoverageLine({ publication, figures }: Props) {
  const { profile, agencies, no } = publication
  const people = valueAt(figures.get('people') ?? new Map<string, number | null>(), TOTAL)
  const unknown = listUnknown(figures, profile)
  const groups = listGroupsUnsure(figures, profile)
  return (
    <Card title="How whole these figures are" titleId="whole" className="mt-5">
      <ul className="mb-4 list-disc space-y-2 pl-5 text-note">
        <li>{showCount(people, profile).text} people in touch are counted.</li>
        {sayRanges(figures, profile).map((words) => (
          <li key={words}>{words}</li>
        ))}
        {groups.length > 0 ? <li>{groups}</li> : null}
        <li>
          How often joined records are right, and how many pairs are never suggested, has not been
          measured here: no sample of links has been reviewed.
        </li>
        <li>{sayLeftOut(figures, people, profile)}</li>
      </ul>
      {unknown.length > 0 ? (
        <Details summary="What is not known of each need">
          <CellTable
            id="unknown"
            caption="Share of people in touch of whom a need is not known"
            captionHidden
            rowHeading="Need"
            columns={[
              { key: 'asked', label: 'No answer recorded' },
              { key: 'known', label: 'Asked, not known' },
            ]}
            rows={unknown}
          />
          <Link href={`/insight/tables/needs?no=${no}`}>The figures behind</Link>
        </Details>
      ) : null}
      <Details summary={`The ${agencies} agencies that fed these figures`}>
        <ul className="list-disc pl-5 text-note">
          {listFed(publication).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Details>
    </Card>
  )
}
