import type { ReactNode } from 'react'
import { classes } from './classes'

/** What a tag's colour means; its words say it too. */
export type Tone = 'neutral' | 'act' | 'caution' | 'danger'

const tones: Record<Tone, string> = {
  neutral: 'bg-wash text-ink',
  act: 'bg-wash text-act-deep',
  caution: 'bg-caution-wash text-caution',
  danger: 'bg-danger-wash text-danger',
}

/** A few words that stand out: a state, a date, a warning. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'keep-colour inline-block rounded px-2 py-0.5 text-note font-bold',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
