import type { Tile } from '@/lib/insight/tiles'

/** The figures to begin with. */
export function TileRow({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul className="mb-5 grid gap-4 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-2">
      {tiles.map(({ figure, words }) => (
        <li key={words} className="card rounded border border-line bg-card p-4">
          <b className="block text-heading-l leading-tight">{figure}</b>
          <span className="text-note text-muted">{words}</span>
        </li>
      ))}
    </ul>
  )
}
