import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PublicPage } from '@/app/public-page'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/prose'
import { readChanges } from '@/lib/about/changes'

export const metadata = { title: 'What is new' }

const changes = async () => {
  try {
    return readChanges(await readFile(join(process.cwd(), 'CHANGELOG.md'), 'utf8'))
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}

/** What changed, for those who use it. From the file that developers keep. */
export default async function WhatsNewPage() {
  const versions = await changes()
  return (
    <PublicPage title="What is new">
      {versions.length === 0 ? <EmptyState title="Nothing has been written down yet." /> : null}
      {versions.map(({ title, groups }) => (
        <Section key={title} title={title}>
          {groups.map((group, at) => (
            <div key={group.title ?? at}>
              {group.title ? <h3 className="mb-1 text-heading-s">{group.title}</h3> : null}
              <ul className="list-disc pl-6">
                {group.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          ))}
        </Section>
      ))}
    </PublicPage>
  )
}
