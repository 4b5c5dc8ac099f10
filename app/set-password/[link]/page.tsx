import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { SiteFrame } from '@/components/layout/site-frame'
import { orBusy } from '@/lib/access/or-busy'
import { sha256 } from '@/lib/access/sign-in'
import { beforeSignIn } from '@/lib/db'
import { SetPasswordForm } from './form'

export const metadata: Metadata = { title: 'Set your password' }

export default async function SetPasswordPage({ params }: { params: Promise<{ link: string }> }) {
  const { link } = await params
  const { name, practice } = await orBusy(async () => ({
    name: await beforeSignIn.linkName(sha256(link)),
    practice: (await beforeSignIn.installation())?.mode === 'practice',
  }))
  return (
    <SiteFrame practice={practice}>
      <PageBody
        title={name ? `Set your password, ${name}` : 'This link does not work any more'}
        width="reading"
      >
        {name ? (
          <>
            <p className="mb-5">
              If you sign in here already, for another agency, you have a password. Sign in with it,
              and you find what is offered to you under <em>Your roles</em>.
            </p>
            <SetPasswordForm link={link} formKey={randomUUID()} />
          </>
        ) : (
          <p>It has been used, or it is out of date. Ask whoever gave it to you for a new one.</p>
        )}
      </PageBody>
    </SiteFrame>
  )
}
