import type { Ref } from 'react'

type ErrorSummaryProps = {
  /** By field id, in the order of the page; '' for what belongs to the whole form. */
  errors: Readonly<Record<string, string>>
  message?: string | undefined
  ref?: Ref<HTMLDivElement>
}

/** Everything wrong with a form, at its top; each line goes to its field. */
export function ErrorSummary({ errors, message, ref }: ErrorSummaryProps) {
  const lines = Object.entries(errors)
  if (lines.length === 0 && !message) return null
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="mb-6 rounded border-4 border-danger bg-card p-5"
    >
      <h2 id="error-summary-title" className="mb-2 text-heading-s">
        There is a problem
      </h2>
      {message ? <p>{message}</p> : null}
      {lines.length > 0 ? (
        <ul className="space-y-1">
          {lines.map(([id, words]) => (
            <li key={id}>
              {id ? (
                <a href={`#${id}`} className="font-bold text-danger underline">
                  {words}
                </a>
              ) : (
                words
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
