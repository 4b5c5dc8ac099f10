'use client'
// Marks the page one is on, after moving without a new page too, so it needs the browser.

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

type NavLinkProps = {
  href: string
  /** Marked only on this very page, not on those below it (tabs of a person, Today). */
  exact?: boolean
  /** Not marked on pages below this one, which another link leads to. */
  but?: string | undefined
  className?: string
  children: ReactNode
}

/** A link that knows when it leads to where one is (`aria-current`). */
export function NavLink({ href, exact = false, but, className, children }: NavLinkProps) {
  const path = usePathname()
  const here = path === href
  const elsewhere = but !== undefined && (path === but || path.startsWith(`${but}/`))
  const under = !exact && !elsewhere && href !== '/' && path.startsWith(`${href}/`)
  return (
    <Link
      plain
      href={href}
      className={className}
      aria-current={here ? 'page' : under ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}
