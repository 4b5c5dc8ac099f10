import type { ReactNode } from 'react'
import type { FactGroup, FactLine } from '@/lib/facts/grouped'

export type ActionOf = (entryId: string, value: string) => ReactNode

type Props = { group: FactGroup; actionOf: ActionOf | undefined }

/** Who says so: one entry as it is, several counted, with each of them under the count. */
export function FactEntries({ group: { value, givers, lines }, actionOf }: Props) {
  const [only] = lines
  if (only && lines.length === 1)
    return <Line line={only} action={actionOf?.(only.id, value)} noted />
  return (
    <details>
      <summary className="link w-fit text-note">
        {givers}
        <span className="sr-only">: {value}</span>
      </summary>
      <ul className="mt-1 grid gap-1 border-l-4 border-line pl-4">
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} action={actionOf?.(line.id, value)} />
          </li>
        ))}
      </ul>
    </details>
  )
}

type LineProps = { line: FactLine; action: ReactNode; noted?: boolean }

function Line({ line, action, noted = false }: LineProps) {
  return (
    <div className="text-note text-muted">
      <p>{line.words}</p>
      {line.note && !noted ? <p className="text-caution">{line.note}</p> : null}
      {action ? <div className="no-print">{action}</div> : null}
    </div>
  )
}
