import { Link } from '@/components/ui/link'
import { formatDate } from '@/lib/dates'
import type { Evidence } from '@/lib/propositions/queries'
import { TakeOffForm } from './forms'

type Props = {
  evidence: readonly Evidence[]
  paper: string
  writes: boolean
  readsPublished: boolean
  newKey: () => string
}

/** Figures as they stood when they were pinned: value, margin, source, day. */
export function Figures({ evidence, paper, writes, readsPublished, newKey }: Props) {
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="mb-2 font-bold">Figures, as they stood</h3>
      {evidence.length === 0 ? <p className="text-muted">None is pinned yet.</p> : null}
      <ul className="divide-y divide-line">
        {evidence.map(({ id, label, value, margin, source, as_of, pinned_at }) => (
          <li key={id} className="break-inside-avoid py-2.5">
            <p>
              <strong className="text-lead">{Number(value).toLocaleString('en-GB')}</strong> ·{' '}
              {label}
            </p>
            <p className="text-note text-muted">
              {source}, as of {formatDate(as_of)}; pinned {formatDate(pinned_at)}
              {margin ? `. ${margin.charAt(0).toUpperCase()}${margin.slice(1)}` : ''}.
            </p>
            {writes ? (
              <div className="no-print">
                <TakeOffForm paper={paper} evidence={id} formKey={newKey()} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {readsPublished ? null : (
        <p className="mt-2 text-note text-muted">
          Figures published for commissioners are shown to them alone.
        </p>
      )}
      {writes ? (
        <p className="no-print mt-3">
          <Link href={`/place/propositions/${paper}/pin`}>Pin a figure</Link>
        </p>
      ) : null}
    </div>
  )
}
