import type { StatementView } from '@/lib/readiness/rules/round-view'
import { agreementWords, marksInWords, shortSector } from '@/lib/readiness/words'
import { SectorMark } from './sector-mark'

const [width, height, left, right, line] = [340, 76, 16, 324, 46] as const
const at = (score: number) => left + ((score - 1) / 9) * (right - left)

/** Two that stand on one another are drawn above and below the line. */
function placed(view: StatementView) {
  const { marks } = view.spread
  return marks.map((mark, i) => {
    const same = marks.filter(({ middle }) => Math.abs(middle - mark.middle) < 0.45)
    const among = same.findIndex(({ sector }) => sector === mark.sector)
    const drop = same.length > 1 ? (among - (same.length - 1) / 2) * 13 : 0
    return { ...mark, key: i, x: at(mark.middle), y: line + drop }
  })
}

/** One statement on a scale from 1 to 10: each sector's middle answer, and the range between. */
export function SpreadPicture({ view }: { view: StatementView }) {
  const { lowest, highest, apart } = view.spread
  const agreed = agreementWords(view)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="keep-colour block h-auto w-full max-w-[26rem] text-small"
      role="img"
      aria-label={marksInWords(view)}
    >
      {Array.from({ length: 10 }, (_, n) => (
        <line
          key={n}
          {...{ x1: at(n + 1), x2: at(n + 1), y1: line - 14, y2: line + 14 }}
          className="stroke-line"
        />
      ))}
      {lowest && highest && apart ? (
        <rect
          {...{ x: at(lowest.middle), y: line - 4, height: 8 }}
          width={at(highest.middle) - at(lowest.middle)}
          className="fill-act"
          fillOpacity={0.25}
        />
      ) : null}
      {placed(view).map(({ key, sector, x, y }) => (
        <SectorMark key={key} sector={sector} x={x} y={y} />
      ))}
      {agreed ? (
        <text x={left - 8} y={14} className="fill-ink">
          {agreed}
        </text>
      ) : lowest && highest ? (
        <>
          <text x={left - 8} y={14} className="fill-ink">
            {shortSector(lowest.sector)} <tspan className="font-bold">{lowest.middle}</tspan>
          </text>
          {apart === null ? null : (
            <text x={right + 8} y={14} textAnchor="end" className="fill-ink">
              {shortSector(highest.sector)} <tspan className="font-bold">{highest.middle}</tspan>
            </text>
          )}
        </>
      ) : null}
    </svg>
  )
}
