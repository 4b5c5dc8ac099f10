import { NavLink } from '@/components/layout/nav-link'

export type TabItem = {
  href: string
  label: string
  /** How many this reader can see, where that says something. */
  count?: number | undefined
}

/** Tabs are pages: each has its own address. On a phone they run off to the side. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="no-print -mx-1 overflow-x-auto px-1">
      <ul className="flex gap-x-1">
        {items.map(({ href, label: words, count }, index) => (
          <li key={href}>
            <NavLink
              href={href}
              exact={index === 0}
              className={
                'flex items-center gap-2 border-b-4 border-transparent px-3 py-2 ' +
                'whitespace-nowrap hover:border-line aria-[current]:border-act ' +
                'aria-[current]:font-bold'
              }
            >
              {words}
              {count === undefined ? null : (
                <span className="rounded-[1em] bg-wash px-2 text-small font-normal">{count}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
