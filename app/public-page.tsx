import type { ReactNode } from 'react'
import { PageBody } from '@/components/layout/page-body'
import { SiteFrame } from '@/components/layout/site-frame'
import { readToken } from '@/lib/access/auth'
import { orBusy } from '@/lib/access/or-busy'
import { beforeSignIn, withScope } from '@/lib/db'
import { SignedOut } from '@/lib/errors'
import { ViewerPage } from './viewer-page'

type Props = { title: string; about?: ReactNode; children: ReactNode }

/** A page for everybody, signed in or not; those who are keep their bar. */
export async function PublicPage({ title, about, children }: Props) {
  const viewer = await orBusy(signedIn)
  const body = (
    <PageBody title={title} about={about} width="reading">
      {children}
    </PageBody>
  )
  if (viewer) return <ViewerPage viewer={viewer}>{body}</ViewerPage>
  const practice = (await orBusy(beforeSignIn.installation))?.mode === 'practice'
  return <SiteFrame practice={practice}>{body}</SiteFrame>
}

async function signedIn() {
  const token = await readToken()
  if (!token) return null
  try {
    return await withScope(token, (scope) => Promise.resolve(scope.viewer))
  } catch (error) {
    if (error instanceof SignedOut) return null
    throw error
  }
}
