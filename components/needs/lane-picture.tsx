import { domainClasses } from '@/components/person/domain-colours'
import { classes } from '@/components/ui/classes'
import { labelsOf, placeOf, yearMarks } from '@/lib/needs/axis'
import type { PlainDate } from '@/lib/dates'
import type { Step } from '@/lib/needs/steps'
import { block, ground, StepShape } from './step-shape'

type Props = { id: string; title: string; steps: readonly Step[]; domain: string; now: PlainDate }

// The least width of a lane where it stands under its name, and beside it in a wide card.
const narrow = 225
const wide = 400

/** One voice on one need over five years, as wide as there is room: all across is in per cent. */
export function LanePicture({ id, title, steps, domain, now }: Props) {
  const { pen } = domainClasses(domain.replaceAll('_', '-'))
  return (
    <svg
      width="100%"
      height="44"
      role="img"
      aria-labelledby={id}
      className={classes('keep-colour block overflow-visible', pen)}
    >
      <title id={id}>{title}</title>
      <YearLines now={now} />
      <line x1="0" x2="100%" y1={ground} y2={ground} className="stroke-line" />
      {steps.map((step) => {
        const at = placeOf(step.from, now)
        const width = placeOf(step.to, now) - at
        return <StepShape key={`${step.from} ${step.to}`} {...step} at={at} width={width} />
      })}
      <Labels steps={steps} now={now} width={narrow} className="@4xl:hidden" />
      <Labels steps={steps} now={now} width={wide} className="hidden @4xl:block" />
    </svg>
  )
}

type LabelsProps = Pick<Props, 'steps' | 'now'> & { width: number; className: string }

function Labels({ steps, now, width, className }: LabelsProps) {
  return (
    <g className={className}>
      {labelsOf(steps, now, width).map(({ words, at, end, over }) => (
        <text
          key={`${at} ${words}`}
          x={`${at}%`}
          y={ground - over * block - 4}
          textAnchor={end ? 'end' : 'start'}
          className="fill-ink text-small"
        >
          {words}
        </text>
      ))}
    </g>
  )
}

function YearLines({ now }: { now: PlainDate }) {
  return (
    <>
      {yearMarks(now).map(({ year, at }) => (
        <line
          key={year}
          x1={`${at}%`}
          x2={`${at}%`}
          y1="0"
          y2="44"
          className="stroke-line"
          strokeDasharray="2 4"
        />
      ))}
      <line x1="100%" x2="100%" y1="0" y2="44" className="stroke-muted" />
    </>
  )
}

/** The years above the lanes. */
export function YearScale({ now, className }: { now: PlainDate; className?: string }) {
  return (
    <svg
      width="100%"
      height="20"
      aria-hidden="true"
      className={classes('block overflow-visible', className)}
    >
      {yearMarks(now)
        .filter(({ at }) => at < 96)
        .map(({ year, at }) => (
          <text
            key={year}
            x={`${at}%`}
            y="14"
            textAnchor={at < 4 ? 'start' : 'middle'}
            className="fill-muted text-small"
          >
            {year}
          </text>
        ))}
    </svg>
  )
}
