import type { ReactNode } from 'react'
import { classes } from './classes'

const tones = {
  plain: 'border-act bg-wash',
  caution: 'border-caution bg-caution-wash',
  danger: 'border-danger bg-danger-wash',
}

type InsetTextProps = { tone?: keyof typeof tones; className?: string; children: ReactNode }

/** Words set apart from the rest: an explanation, a quotation, what to know before going on. */
export function InsetText({ tone = 'plain', className, children }: InsetTextProps) {
  return (
    <div className={classes('keep-colour mb-6 border-l-[5px] p-4', tones[tone], className)}>
      {children}
    </div>
  )
}
