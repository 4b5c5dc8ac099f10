import type { ReactNode } from 'react'

/** What must be known before going on. */
export function WarningText({ children }: { children: ReactNode }) {
  return (
    <p className="keep-colour mb-6 flex gap-3 rounded bg-danger-wash p-4 font-bold text-danger">
      <span className="uppercase">Warning</span>
      <span className="text-ink">{children}</span>
    </p>
  )
}
