import type { ReactNode } from 'react'

/** What is wrong with a field, in the same words as the summary. Its id is `<field>-error`. */
export function ErrorMessage({ of, children }: { of: string; children: ReactNode }) {
  return (
    <p id={`${of}-error`} className="mb-2 font-bold text-danger">
      <span className="sr-only">Error: </span>
      {children}
    </p>
  )
}
