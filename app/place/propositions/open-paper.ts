import { notFound } from 'next/navigation'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import type { Scope, Viewer } from '@/lib/db'
import { listPapers, type Paper } from '@/lib/propositions/queries'

/** Opens a page about one proposition. Another agency's draft is not there. */
export async function openPaper<T>(
  paperId: string,
  path: string,
  work: (scope: Scope, paper: Paper) => Promise<T>,
): Promise<{ viewer: Viewer; paper: Paper; found: T }> {
  const opened = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:view')) return null
    const [paper] = await listPapers(scope, paperId)
    return paper ? { viewer: scope.viewer, paper, found: await work(scope, paper) } : null
  }, path)
  if (!opened) notFound()
  return opened
}

/** May this viewer still write in it? */
export const mayWrite = (viewer: Viewer, { agreed_at, put_away_at }: Paper): boolean =>
  can(viewer, 'proposition:write') && !agreed_at && !put_away_at
