const shapes = [
  { label: 'public', d: 'M3 3h14v14h-14Z' },
  { label: 'private', d: 'M10 1L19 10L10 19L1 10Z' },
  { label: 'social', d: 'M2 10a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z' },
  { label: 'informal', d: 'M2 10a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z', dash: '3 3' },
]
const lines = [
  { label: 'now and then', width: 1, red: false },
  { label: 'steady', width: 1.6, red: false },
  { label: 'neither could do without it', width: 2.8, red: false },
  { label: 'goes with the one that closes', width: 2, red: true },
]

/** The shapes of the place: public a square, private a diamond, social a circle. */
export const SectorKey = () =>
  shapes.map(({ label, d, dash }) => (
    <li key={label} className="flex items-center gap-2">
      <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
        <path d={d} className="fill-card stroke-ink" strokeWidth="1.8" strokeDasharray={dash} />
      </svg>
      {label}
    </li>
  ))

/** What shapes and lines of the sheet stand for. */
export function NetworkKey() {
  return (
    <ul
      className="keep-colour mt-4 flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-4 text-note"
      aria-label="Shapes and lines"
    >
      <SectorKey />
      {lines.map(({ label, width, red }) => (
        <li key={label} className="flex items-center gap-2">
          <svg viewBox="0 0 44 8" className="h-2 w-11" aria-hidden="true">
            <path
              d="M0 4H44"
              className={red ? 'stroke-danger' : 'stroke-act'}
              strokeWidth={width}
              strokeDasharray="6 4"
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
