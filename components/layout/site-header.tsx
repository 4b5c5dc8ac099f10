import { Link } from '@/components/ui/link'
import type { AccountProps } from './account'
import { Account, AccountLinks, actingAs } from './account'
import { NavLink } from './nav-link'
import { PersonSearch } from './person-search'
import { Popup } from './popup'

/** `but`: another link of the bar leads to these pages below it, so that they are not its own. */
export type NavItem = { href: string; label: string; but?: string }

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

/** The bar at the top. Under 1024 wide, where it goes and who one is are in a menu. */
export function SiteHeader({ account, navigation = [], search }: SiteHeaderProps) {
  return (
    <header className="no-print relative bg-act-deep text-card">
      <div className="flex min-h-14 flex-wrap items-stretch gap-x-3 px-4 lg:px-7">
        <Link
          plain
          href="/"
          className="flex items-center py-2 text-lead font-bold whitespace-nowrap hover:underline"
        >
          Common Thread
        </Link>
        <nav aria-label="Main" className="hidden flex-wrap items-stretch lg:flex">
          {navigation.map(({ href, label, but }) => (
            <NavLink key={href} href={href} but={but} className={barLink}>
              {label}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto hidden items-center gap-4 py-1.5 lg:flex xl:gap-6">
          {search ? <PersonSearch id="find-wide" search={search} className="w-56 xl:w-72" /> : null}
          {account ? <Account {...account} /> : null}
        </div>
        <div className="ml-auto flex lg:hidden">
          {account && search ? <Finder search={search} /> : null}
          {account ? <Menu account={account} navigation={navigation} /> : null}
        </div>
      </div>
    </header>
  )
}

/** Finding somebody, the most used thing, in one tap on a phone. Opens without a script. */
function Finder({ search }: Required<Pick<SiteHeaderProps, 'search'>>) {
  return (
    <Popup
      className="flex items-center"
      summaryClass="min-h-11 min-w-11 justify-center rounded p-2 hover:underline"
      sign={
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          className="size-6 fill-none stroke-current stroke-2"
        >
          <circle cx="10.5" cy="10.5" r="6.5" />
          <path d="m15.5 15.5 6 6" />
        </svg>
      }
      summary={<span className="sr-only">Find a person</span>}
    >
      <div className="absolute inset-x-0 top-full z-20 bg-act-deep p-4">
        <PersonSearch id="find-menu" search={search} />
      </div>
    </Popup>
  )
}

function Menu({
  account,
  navigation,
}: Required<Pick<SiteHeaderProps, 'navigation'>> & SiteHeaderProps) {
  if (!account) return null
  return (
    <Popup
      className="flex items-center"
      summaryClass="rounded p-2 text-lead hover:underline"
      summary="Menu"
    >
      <div className="absolute inset-x-0 top-full z-20 bg-act-deep p-4">
        <nav aria-label="Menu">
          <ul>
            {navigation?.map(({ href, label, but }) => (
              <li key={href} className="border-b border-card/30">
                <NavLink
                  href={href}
                  but={but}
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
    </Popup>
  )
}
