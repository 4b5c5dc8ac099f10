import { classes } from '@/components/ui/classes'

/** Days at which a bar is full: longer is as long. */
export const barDays = 90

const fills = { neutral: 'fill-act', caution: 'fill-caution', danger: 'fill-danger' }

type Props = { days: number; tone: keyof typeof fills }

/** How long ago, as a length; the days stand beside it. */
export function DaysBar({ days, tone }: Props) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 90 8"
      preserveAspectRatio="none"
      className="keep-colour h-2 w-20 shrink-0"
    >
      <rect width="90" height="8" className="fill-line" />
      <rect
        width={Math.max(1, Math.min(days, barDays))}
        height="8"
        className={classes(fills[tone])}
      />
    </svg>
  )
}
