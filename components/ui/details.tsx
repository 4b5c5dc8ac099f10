import type { ReactNode } from 'react'

/** Help that most people do not need, opened by those who do. */
export function Details({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="mb-6">
      <summary className="link w-fit">{summary}</summary>
      <div className="mt-2 border-l-4 border-line pl-4">{children}</div>
    </details>
  )
}
