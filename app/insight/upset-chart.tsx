import { CellTable } from '@/components/insight/cell-table'
import { Picture } from '@/components/insight/picture'
import { AsTable } from '@/components/ui/as-table'
import { drawUpset } from '@/lib/insight/drawing/draw-upset'
import type { Profile } from '@/lib/insight/rules/protection-profiles'
import { showCount } from '@/lib/insight/shown'
import { pickCommonest, type Combination } from '@/lib/insight/upset'

type Props = { title: string; combinations: readonly Combination[]; profile: Profile }

/** Which needs come together: the commonest combinations, with their table behind. */
export function UpsetChart({ title, combinations, profile }: Props) {
  const commonest = pickCommonest(combinations)
  return (
    <figure>
      <Picture
        id="upset"
        title={title}
        drawing={drawUpset(commonest, profile, 'wide')}
        className="max-sm:hidden print:block"
      />
      <Picture
        id="upset-narrow"
        title={title}
        drawing={drawUpset(commonest, profile, 'narrow')}
        className="sm:hidden print:hidden"
      />
      <figcaption className="mt-3 text-small text-muted">
        Darker: more of homelessness, substance use and justice. The {commonest.length} commonest of{' '}
        {combinations.length} combinations of two needs or more, out of six. Not known is not
        counted as no.
      </figcaption>
      <AsTable>
        <CellTable
          id="upset-table"
          caption={title}
          captionHidden
          rowHeading="Needs, and no other of the six"
          columns={[{ key: 'people', label: 'People' }]}
          rows={commonest.map(({ key, words, value }) => ({
            ...{ key, label: words, cells: [showCount(value, profile).text] },
          }))}
        />
      </AsTable>
    </figure>
  )
}
