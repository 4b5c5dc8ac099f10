import type { ReactNode } from 'react'

/** The figures of a picture, behind "See as table"; opens without a script. */
export function AsTable({ more = '', children }: { more?: string; children: ReactNode }) {
  return (
    <details className="mt-3 text-note">
      <summary className="link w-fit">See as table{more}</summary>
      {children}
    </details>
  )
}
