import type { ReactNode } from 'react'

/** Help under a label. Its id is `<field>-hint`, named by the field's `aria-describedby`. */
export function Hint({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div id={`${of}-hint`} className="mb-2 text-muted">
      {children}
    </div>
  )
}
