import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { SiteFrame } from '@/components/layout/site-frame'
import { InsetText } from '@/components/ui/inset-text'
import { beforeSignIn } from '@/lib/db'
import { SignInForm } from './form'
import { PracticePeople } from './practice-people'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams
  const installation = await beforeSignIn.installation()
  const practice = installation?.mode === 'practice'
  const people = practice ? await beforeSignIn.practicePeople() : []
  const back = typeof asked.back === 'string' ? asked.back : undefined
  return (
    <SiteFrame practice={practice}>
      <PageBody title="Sign in" width="reading">
        {asked['signed-out'] ? <InsetText>You have signed out.</InsetText> : null}
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
        {practice ? <PracticePeople people={people} back={back} /> : null}
      </PageBody>
    </SiteFrame>
  )
}
