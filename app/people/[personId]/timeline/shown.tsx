import { Link } from '@/components/ui/link'
import { shownOf, type TimelineAsk } from '@/lib/contacts/timeline'
import { addressWith, type Asked } from './addresses'

type Props = { here: string; ask: TimelineAsk; asked: Asked }

/** What of the list is shown, and how: plain links that stay at the same place in it. */
export function Shown({ here, ask, asked }: Props) {
  const now = shownOf(ask)
  const { view, kind, agency, major } = ask
  const what = [
    { label: 'All', is: now === 'all', filters: { view, agency } },
    {
      ...{ label: 'Contacts', is: now === 'contacts' },
      filters: { view, agency, kind, major, show: 'contacts' as const },
    },
    {
      ...{ label: 'Changes', is: now === 'changes' },
      filters: { view, agency, show: 'changes' as const },
    },
  ]
  const how = [
    { label: 'With words', is: !view, filters: { ...ask, view: undefined } },
    { label: 'A line each', is: Boolean(view), filters: { ...ask, view: 'compact' as const } },
  ]
  return (
    <div className="no-print mb-4 flex flex-wrap gap-x-8 gap-y-2">
      {[
        { name: 'What is shown', links: what },
        { name: 'How it is shown', links: how },
      ].map(({ name, links }) => (
        <nav key={name} aria-label={name}>
          <ul className="flex flex-wrap gap-1">
            {links.map(({ label, is, filters }) => (
              <li key={label}>
                <Link
                  plain
                  href={addressWith(here, filters, asked)}
                  aria-current={is ? 'true' : undefined}
                  className={
                    'block border-b-4 border-transparent px-3 py-1.5 text-act hover:border-line ' +
                    'aria-[current]:border-act aria-[current]:font-bold'
                  }
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
  )
}
