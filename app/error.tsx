'use client'
// Error boundaries run in the browser.

import { PageBody } from '@/components/layout/page-body'
import { SiteFrame } from '@/components/layout/site-frame'
import { Button } from '@/components/ui/button'

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void }

/** Something broke. Tells what to do and a reference, and nothing of what went wrong. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <SiteFrame practice={false}>
      <PageBody title="Sorry, something went wrong" width="reading">
        <p className="mb-4">
          It is not your doing. What you typed in a form was kept up to a moment ago, and is there
          when you open the form again.
        </p>
        {error.digest ? (
          <p className="mb-6">
            If it happens again, tell your administrator this reference:{' '}
            <strong>{error.digest}</strong>
          </p>
        ) : null}
        <Button onClick={() => retry()}>Try again</Button>
      </PageBody>
    </SiteFrame>
  )
}
