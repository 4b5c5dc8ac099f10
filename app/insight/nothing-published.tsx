import type { Viewer } from '@/lib/db'
import { InsightPage } from './insight-page'

/** Before the first publication: what will come. */
export function NothingPublished({ viewer }: { viewer: Viewer }) {
  return (
    <InsightPage
      viewer={viewer}
      title="Insight"
      width="reading"
      about={`Protected figures for ${viewer.place}`}
    >
      <p className="mb-4">Nothing has been published yet.</p>
      <p className="mb-3">This is where publications will appear:</p>
      <ul className="mb-4 list-disc space-y-1 pl-6">
        <li>how needs come together, for the whole place and by ward</li>
        <li>where referrals stop, and how long people wait</li>
        <li>who is reached and who is missed</li>
        <li>what is not known, and how sure the figures are</li>
      </ul>
      <p className="text-muted">
        Figures are altered slightly so that people cannot be worked out reliably. In this role no
        page, search or download leads to a person.
      </p>
    </InsightPage>
  )
}
