import { Link } from '@/components/ui/link'
import type { AccountProps } from './account'
import { Account, AccountLinks, actingAs } from './account'
import { NavLink } from './nav-link'
import { PersonSearch } from './person-search'

export type NavItem = { href: string; label: string }

export type SiteHeaderProps = {
  /** Left out on the sign-in page. */
  account?: AccountProps | undefined
  navigation?: readonly NavItem[] | undefined
  /** Left out for those who may not look for people. */
  search?: ((data: FormData) => Promise<void>) | undefined
}

const barLink =
  'flex items-center border-b-4 border-transparent px-2 py-1 whitespace-nowrap xl:px-3 hover:underline ' +
  'aria-[current]:border-card aria-[current]:font-bold'

/** The bar at the top. Under 1024 wide, where it goes, who one is and the search are in a menu. */
export function SiteHeader({ account, navigation = [], search }: SiteHeaderProps) {
  return (
    <header className="no-print bg-act-deep text-card">
      <div className="flex min-h-14 flex-wrap items-stretch gap-x-3 px-4 lg:px-7">
        <Link
          plain
          href="/"
          className="flex items-center py-2 text-lead font-bold whitespace-nowrap hover:underline"
        >
          Common Thread
        </Link>
        <nav aria-label="Main" className="hidden flex-wrap items-stretch lg:flex">
          {navigation.map(({ href, label }) => (
            <NavLink key={href} href={href} className={barLink}>
              {label}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto hidden items-center gap-4 py-1.5 lg:flex xl:gap-6">
          {search ? <PersonSearch id="find-wide" search={search} className="w-56 xl:w-72" /> : null}
          {account ? <Account {...account} /> : null}
        </div>
        {account ? <Menu account={account} navigation={navigation} search={search} /> : null}
      </div>
    </header>
  )
}

function Menu({
  account,
  navigation,
  search,
}: Required<Pick<SiteHeaderProps, 'navigation'>> & SiteHeaderProps) {
  if (!account) return null
  return (
    <details className="disclosure ml-auto flex items-center lg:hidden">
      <summary className="rounded p-2 text-lead hover:underline">Menu</summary>
      <div className="absolute inset-x-0 z-20 mt-2 bg-act-deep p-4">
        {search ? <PersonSearch id="find-menu" search={search} className="mb-4" /> : null}
        <nav aria-label="Menu">
          <ul>
            {navigation?.map(({ href, label }) => (
              <li key={href} className="border-b border-card/30">
                <NavLink
                  href={href}
                  className="block py-3 hover:underline aria-[current]:font-bold"
                >
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="mt-4 grid gap-3 rounded bg-card p-4 text-ink">
          <p>
            <span className="block font-bold">{account.viewer.name}</span>
            {actingAs(account.viewer)}
          </p>
          <AccountLinks
            switchHref={account.switchHref}
            links={account.links}
            signOut={account.signOut}
          />
        </div>
      </div>
    </details>
  )
}
