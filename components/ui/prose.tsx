import type { ReactNode } from 'react'

/** Headed words of a page that is read from top to bottom. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-7">
      <h2 className="mb-2 text-heading-m">{title}</h2>
      <div className="space-y-3">{children}</div>
    </section>
  )
}
