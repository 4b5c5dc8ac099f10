import { Hatch } from '@/components/ui/not-known'
import type { StatementView } from '@/lib/readiness/rules/round-view'
import { PARTS } from '@/lib/readiness/statements'
import { ApartBars } from './apart-bars'
import { SpreadPicture } from './spread-picture'

const columns =
  'grid gap-x-5 gap-y-2 md:grid-cols-[12rem_minmax(0,1fr)] ' +
  'xl:grid-cols-[minmax(13rem,1fr)_26rem_6.5rem_5.5rem_minmax(15rem,1fr)] xl:items-center'
const head = 'text-note font-bold text-muted'

type Props = { views: readonly StatementView[]; evidence: ReadonlyMap<string, string> }

/** Statements, the widest spread first: belief on the scale, behaviour beside it. */
export function SpreadList({ views, evidence }: Props) {
  return (
    <div>
      <div className={`${columns} border-b-2 border-ink pb-2 max-xl:hidden`} aria-hidden="true">
        <span className={head}>Statement</span>
        <span className={`${head} flex max-w-[26rem] justify-between`}>
          <span>1 not at all</span>
          <span>wholly 10</span>
        </span>
        <span className={head}>Points apart, earlier and now</span>
        <span className={head}>“I do not know”</span>
        <span className={head}>What the system shows</span>
      </div>
      <ul className="divide-y divide-line">
        {views.map((view) => (
          <Statement
            key={view.id}
            view={view}
            shows={view.key ? evidence.get(view.key) : undefined}
          />
        ))}
      </ul>
    </div>
  )
}

function Statement({ view, shows }: { view: StatementView; shows: string | undefined }) {
  const part = PARTS.find(({ key }) => key === view.part)?.label
  return (
    <li className={`${columns} break-inside-avoid py-3`}>
      <div>
        <h3 className="font-bold">{view.words}</h3>
        <p className="text-note text-muted">{part}</p>
      </div>
      <div>
        {view.spread.marks.length > 0 ? (
          <SpreadPicture view={view} />
        ) : (
          <p className="flex items-center gap-2 text-muted">
            <Hatch /> too few answers in every sector
          </p>
        )}
      </div>
      <div className="max-xl:flex max-xl:items-center max-xl:gap-3 md:max-xl:col-start-2">
        <span className="text-note text-muted xl:hidden">Points apart, earlier and now</span>
        <ApartBars view={view} />
      </div>
      <p className="md:max-xl:col-start-2">
        {view.unsure === null ? (
          <Hatch />
        ) : (
          <>
            <strong>{view.unsure}</strong> in 100
            <span className="text-muted xl:hidden"> do not know</span>
          </>
        )}
      </p>
      <p className="text-note md:max-xl:col-start-2">
        {shows ?? (
          <span className="flex items-center gap-2 text-muted">
            <Hatch /> nothing that we hold shows this
          </span>
        )}
      </p>
    </li>
  )
}
