import { CATEGORIES } from '@/lib/access/categories'
import { levelWord, type Grid as TermGrid, type Term } from '@/lib/agreements/rules'
import { labelOf } from '@/lib/codes'

const grounds = ['', '', 'bg-wash', 'bg-wash', 'bg-wash font-bold']

function Cell({ term }: { term: Term | undefined }) {
  if (!term)
    return (
      <td className="border border-line p-2 text-center text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">nothing</span>
      </td>
    )
  return (
    <td className={`keep-colour border border-line p-2 text-center ${grounds[term.level] ?? ''}`}>
      {levelWord(term.level)}
      {term.onConsent ? <span className="block text-small font-normal">on consent</span> : null}
      <span className="block text-small font-normal text-muted">
        {term.counted ? 'counted' : 'not counted'}
      </span>
    </td>
  )
}

/**
 * The terms in force towards one group of teams: givers down, kinds of information across, levels
 * in words.
 */
export function Grid({ grid }: { grid: TermGrid }) {
  const { group, rows, categories } = grid
  if (rows.length === 0)
    return (
      <p className="mb-6">
        <strong>{group}</strong> receives nothing under this agreement.
      </p>
    )
  return (
    <div
      role="region"
      aria-label={`What ${group} receives`}
      tabIndex={0}
      className="relative mb-7 max-w-full overflow-x-auto"
    >
      <table className="border-collapse text-note">
        <caption className="mb-2 text-left text-heading-s font-bold">To {group}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 border border-line bg-card p-2 text-left">
              Given by
            </th>
            {categories.map((key) => (
              <th key={key} scope="col" className="min-w-24 border border-line p-2 align-bottom">
                {labelOf(CATEGORIES, key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ giverId, giver, cells }) => (
            <tr key={giverId}>
              <th
                scope="row"
                className="sticky left-0 min-w-32 border border-line bg-card p-2 text-left font-bold"
              >
                {giver}
              </th>
              {categories.map((key) => (
                <Cell key={key} term={cells.get(key)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
