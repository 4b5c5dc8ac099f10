import type { Metadata } from 'next'
import { PlacePage } from '@/app/place/place-page'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { matrixOf } from '@/lib/network/rules/matrix'
import { openNetwork, type SearchParams } from '../open-network'

export const metadata: Metadata = { title: 'Matrix' }

/** So many rows and columns at once: more, and nobody finds the name of a column. */
const SIZE = 25

type Props = { searchParams: SearchParams }

/** The network as a matrix: rows give, columns receive, a figure says how strong. */
export default async function MatrixPage({ searchParams }: Props) {
  const { viewer, sheet } = await openNetwork('/place/network/matrix', searchParams)
  const { links, names, ask } = sheet
  const place = { size: SIZE, down: ask.page ?? 1, across: ask.across ?? ask.page ?? 1 }
  const { rows, columns, stretches } = matrixOf([...names.keys()], links, place)
  return (
    <PlacePage
      viewer={viewer}
      title="Who is linked to whom, as a matrix"
      about="Each row gives, each column receives: 1 now and then, 2 steady, 3 neither could do without it"
    >
      <p className="no-print mb-4">
        <Link href="/place/network">Back to the sheet</Link>
      </p>
      {stretches > 1 ? <Stretches count={stretches} {...place} /> : null}
      <Card>
        {rows.length === 0 ? (
          <EmptyState title="No institution is listed yet." />
        ) : (
          <div
            role="region"
            aria-label="Matrix of links"
            tabIndex={0}
            className="relative overflow-x-auto"
          >
            <table className="text-note">
              <caption className="sr-only">
                How strong the strongest link is from each row to each column
              </caption>
              <thead>
                <tr>
                  <td />
                  {columns.map((id) => (
                    <th key={id} scope="col" className="px-1 pb-2 align-bottom font-normal">
                      <span className="inline-block max-h-48 [writing-mode:vertical-rl]">
                        {names.get(id)}
                      </span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, cells }) => (
                  <tr key={id} className="border-t border-line">
                    <th scope="row" className="pr-3 text-left font-normal whitespace-nowrap">
                      {names.get(id)}
                    </th>
                    {cells.map((strength, at) => (
                      <td key={columns[at]} className="px-1 text-center">
                        {strength ?? <span className="sr-only">none</span>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
    </PlacePage>
  )
}

function Stretches({ count, down, across }: { count: number; down: number; across: number }) {
  const all = Array.from({ length: count }, (_, at) => at + 1)
  const line = (label: string, here: number, href: (n: number) => string) => (
    <nav aria-label={label} className="flex flex-wrap gap-x-4">
      <span className="text-muted">{label}</span>
      {all.map((n) => (
        <Link key={n} href={href(n)} aria-current={n === here ? 'page' : undefined}>
          {(n - 1) * SIZE + 1} to {n * SIZE}
        </Link>
      ))}
    </nav>
  )
  const at = (page: number, to: number) => `/place/network/matrix?page=${page}&across=${to}`
  return (
    <div className="no-print mb-4 space-y-1">
      {line('Rows', down, (n) => at(n, across))}
      {line('Columns', across, (n) => at(down, n))}
    </div>
  )
}
