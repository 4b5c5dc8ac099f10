import type { ReactNode } from 'react'

type Props = { label: string; children: ReactNode }

/** What is folded under 1024 wide until it is asked for, and open above; without a script. */
export function FoldedOnPhone({ label, children }: Props) {
  return (
    <div className="group/folded">
      <label className="no-print flex items-center gap-3 py-1.5 lg:hidden">
        <input type="checkbox" autoComplete="off" className="size-6 shrink-0 accent-act" />
        {label}
      </label>
      <div className="hidden group-has-checked/folded:block lg:block print:block">{children}</div>
    </div>
  )
}
