import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PublicPage } from '@/app/public-page'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/prose'
import { Table } from '@/components/ui/table'
import { readPackages } from '@/lib/about/packages'
import { orBusy } from '@/lib/access/or-busy'
import { beforeSignIn } from '@/lib/db'

export const metadata = { title: 'Licences' }

const font = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/LICENSE'
const read = (path: string) => readFile(join(process.cwd(), path), 'utf8')

/**
 * What the service stands on: its own licence, the font’s, those of area sets and of every package
 * in it.
 */
export default async function LicencesPage() {
  const [own, fontText, lock, areaSets] = await Promise.all([
    read('LICENSE'),
    read(font),
    read('package-lock.json'),
    orBusy(beforeSignIn.attributions),
  ])
  const packages = readPackages(lock)
  return (
    <PublicPage title="Licences">
      <Section title="Common Thread">
        <pre className="text-note whitespace-pre-wrap">{own}</pre>
      </Section>
      <Section title="Areas and figures about places">
        {areaSets.length === 0 ? <EmptyState title="No areas have been loaded." /> : null}
        <ul className="space-y-2">
          {areaSets.map(({ attribution, licence }) => (
            <li key={attribution}>
              {attribution} <span className="block text-note text-muted">{licence}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="The font: Atkinson Hyperlegible Next">
        <details>
          <summary className="link">SIL Open Font License, whole</summary>
          <pre className="mt-3 text-note whitespace-pre-wrap">{fontText}</pre>
        </details>
      </Section>
      <Section title="Packages">
        <details>
          <summary className="link">{packages.length} packages and their licences</summary>
          <div className="mt-3">
            <Table
              caption="Packages"
              captionHidden
              rows={packages}
              rowKey={({ name }) => name}
              columns={[
                {
                  key: 'name',
                  title: 'Package',
                  heading: true,
                  cell: ({ name }) => <span className="break-all">{name}</span>,
                },
                { key: 'version', title: 'Version', cell: ({ version }) => version },
                { key: 'licence', title: 'Licence', cell: ({ licence }) => licence },
              ]}
            />
          </div>
        </details>
      </Section>
    </PublicPage>
  )
}
