import { Link } from '@/components/ui/link'

const links = [
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/privacy', label: 'Privacy' },
  { href: '/whats-new', label: 'What is new' },
  { href: '/licences', label: 'Licences' },
]

/** The foot of every page: what the service says about itself. */
export function SiteFooter() {
  return (
    <footer className="no-print mt-auto border-t border-line px-4 py-5 lg:px-7">
      <nav aria-label="About this service">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {links.map(({ href, label }) => (
            <li key={href}>
              <Link href={href}>{label}</Link>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  )
}
