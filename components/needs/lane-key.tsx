import { unseenWords } from '@/lib/needs/unseen'
import { block, ground, StepShape, type Shape } from './step-shape'

type Entry = { words: string; shapes: Omit<Shape, 'old'>[]; old?: boolean }

const whole = { at: 2, width: 96 }
const entries: Entry[] = [
  {
    words: 'higher: gets in the way more',
    shapes: [1, 2, 3, 4].map((height) => ({
      ...{ drawn: 'level' as const, height, at: (height - 1) * 25, width: 25 },
    })),
  },
  { words: 'recorded, not how much', shapes: [{ drawn: 'recorded', height: 2, ...whole }] },
  { words: 'not a need now', shapes: [{ drawn: 'none', height: 0, ...whole }] },
  { words: 'not known', shapes: [{ drawn: 'not-known', height: 2, ...whole }] },
  { words: 'not asked', shapes: [{ drawn: 'not-asked', height: 2, ...whole }] },
  { words: 'held by a service', shapes: [{ drawn: 'held', height: 2, ...whole }] },
  { words: unseenWords, shapes: [{ drawn: 'unseen', height: 2, ...whole }] },
  {
    words: 'not said again for a year',
    shapes: [{ drawn: 'level', height: 2, ...whole }],
    old: true,
  },
]

/** What each drawing says, beside the words in the lanes. */
export function LaneKey() {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-4 text-note text-muted">
      {entries.map(({ words, shapes, old = false }) => (
        <li key={words} className="flex items-center gap-2">
          <KeyShape shapes={shapes} old={old} />
          {words}
        </li>
      ))}
    </ul>
  )
}

/** A drawing by itself, as it stands in the key and beside its words. */
export function KeyShape({ shapes, old = false }: { shapes: Entry['shapes']; old?: boolean }) {
  const middle = ground - (Math.max(...shapes.map(({ height }) => height)) * block) / 2
  return (
    <svg
      width="44"
      height="22"
      viewBox={`0 ${middle - 11} 44 22`}
      aria-hidden="true"
      className="keep-colour shrink-0 text-muted"
    >
      {shapes.map((shape) => (
        <StepShape key={shape.at} {...shape} old={old} />
      ))}
    </svg>
  )
}
