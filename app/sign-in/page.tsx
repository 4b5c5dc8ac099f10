import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { SiteFrame } from '@/components/layout/site-frame'
import { InsetText } from '@/components/ui/inset-text'
import { orBusy } from '@/lib/access/or-busy'
import { sessionToken } from '@/lib/access/session'
import { beforeSignIn } from '@/lib/db'
import { SignInForm } from './form'
import { PracticePeople } from './practice-people'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const [asked, token] = [await searchParams, await sessionToken()]
  const { installation, people } = await orBusy(async () => ({
    installation: await beforeSignIn.installation(),
    // Nobody, wherever this is not practice.
    people: await beforeSignIn.practicePeople(),
  }))
  const practice = installation?.mode === 'practice'
  const back = typeof asked.back === 'string' ? asked.back : undefined
  const find = typeof asked.find === 'string' ? asked.find.trim().slice(0, 100) : ''
  return (
    <SiteFrame practice={practice}>
      <PageBody title="Sign in" width="reading">
        {asked['signed-out'] && !token ? <InsetText>You are signed out.</InsetText> : null}
        {installation ? null : (
          <InsetText>
            This place has not been set up yet. Use the one-time link you were handed.
          </InsetText>
        )}
        <SignInForm formKey={randomUUID()} back={back} />
        <p className="mt-8 text-note text-muted">
          Opening a person’s pages is logged: who, when, which page, and why they may. The log is
          for lawfulness and security, never for measuring how you work. You can see your own.
        </p>
        {practice ? <PracticePeople people={people} back={back} find={find} /> : null}
      </PageBody>
    </SiteFrame>
  )
}
