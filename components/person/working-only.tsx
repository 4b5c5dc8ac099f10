import type { ReactNode } from 'react'

/**
 * The class of one line of a list: left out of paper unless marked as fit to be looked at together,
 * so that forgetting the mark hides and never shows.
 */
export const printClass = (together: boolean | undefined) => (together ? '' : 'working-only')

/**
 * What is for workers and not for the person beside them: warnings, others' words, domestic abuse.
 * Together view does not send it at all; on paper, where together view is the default, it is left
 * out unless the page prints the working view.
 */
export function WorkingOnly({ children }: { children: ReactNode }) {
  return <div className="working-only contents">{children}</div>
}
