import { Link } from '@/components/ui/link'
import { Popup } from './popup'

/** Who is signed in, and as what: a session acts in one membership at a time. */
export type FrameViewer = { name: string; role: string; agency: string; team?: string | undefined }

export type AccountProps = {
  viewer: FrameViewer
  /** Where one acts in another of one's memberships; left out when there is only one. */
  switchHref?: string | undefined
  /** What is about oneself: one's own log, one's declaration. */
  links?: readonly { href: string; label: string }[] | undefined
  signOut: (data: FormData) => Promise<void>
}

/** `Manager · Probation, north team` */
export const actingAs = ({ role, agency, team }: FrameViewer): string =>
  `${role} · ${!team ? agency : team.startsWith(agency) ? team : `${agency}, ${team}`}`

/** One's own name and the ways out. Opens without a script. */
export function Account({ viewer, ...ways }: AccountProps) {
  return (
    <Popup
      className="relative max-w-64 text-right leading-snug"
      summaryClass="rounded px-2 py-1 hover:underline"
      summary={
        <span>
          <span className="block text-note">{viewer.name}</span>
          <span className="block text-small">{actingAs(viewer)}</span>
        </span>
      }
    >
      <div
        className={
          'absolute right-0 z-20 mt-1 grid min-w-56 gap-3 rounded border border-line bg-card ' +
          'p-4 text-left text-ink'
        }
      >
        <AccountLinks {...ways} />
      </div>
    </Popup>
  )
}

/** The ways out alone, for the menu on a phone. */
export function AccountLinks({ switchHref, links = [], signOut }: Omit<AccountProps, 'viewer'>) {
  return (
    <>
      {links.map(({ href, label }) => (
        <Link key={href} href={href}>
          {label}
        </Link>
      ))}
      {switchHref ? <Link href={switchHref}>Act in another role</Link> : null}
      <form action={signOut}>
        <button type="submit" className="link">
          Sign out
        </button>
      </form>
    </>
  )
}
