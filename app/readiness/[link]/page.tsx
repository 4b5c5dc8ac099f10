import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { browser } from '@/lib/access/auth'
import { PageBody } from '@/components/layout/page-body'
import { SiteFrame } from '@/components/layout/site-frame'
import { InsetText } from '@/components/ui/inset-text'
import { orBusy } from '@/lib/access/or-busy'
import { formatDate } from '@/lib/dates'
import { beforeSignIn } from '@/lib/db'
import { newOwnKey, openLink, type OpenedSheet } from '@/lib/readiness/by-link'
import { ATTRIBUTION, PARTS } from '@/lib/readiness/statements'
import { AnswerForm } from './form'
import { typedBefore } from './typed-before'

export const metadata: Metadata = { title: 'How ready is this place to work together?' }

/** A round of readiness, for whoever holds a link to it. No account, and no name is asked. */
export default async function AnswerPage({ params }: { params: Promise<{ link: string }> }) {
  const { link } = await params
  const { network } = await browser()
  const { opened, installation } = await orBusy(async () => ({
    opened: await openLink(link, network),
    installation: await beforeSignIn.installation(),
  }))
  const isOpen = opened.state === 'open' || opened.state === 'own'
  return (
    <SiteFrame practice={installation?.mode === 'practice'}>
      <PageBody
        title={
          isOpen
            ? `How ready is ${installation?.place ?? 'this place'} to work together?`
            : 'This link does not open anything'
        }
        width="reading"
      >
        {isOpen ? (
          <Asked link={link} opened={opened} />
        ) : opened.state === 'wait' ? (
          <p>Many links that nobody has were tried from where you are. Wait ten minutes.</p>
        ) : (
          <p>
            It has been used, or ended, or the round is closed. If you have answered, use the link
            you were shown then. Else ask whoever gave it to you for a new one.
          </p>
        )}
      </PageBody>
    </SiteFrame>
  )
}

function Asked({ link, opened }: { link: string; opened: OpenedSheet }) {
  const { state, items, closesOn, round } = opened
  const isOwn = state === 'own'
  return (
    <>
      {isOwn ? (
        <InsetText>
          <h2 className="mb-1 text-heading-s">Your answers are in. Thank you.</h2>
          <p>
            You can change them on this page until {formatDate(closesOn)}. Keep its address: it is
            yours alone, and the link you were given does not work any more. Nobody can find it for
            you.
          </p>
        </InsetText>
      ) : null}
      <div className="mb-6 space-y-2">
        <p>
          {round}. Say from 1 to 10 how far each of these holds for the place as you know it. You
          may leave any of them, or say that you do not know.
        </p>
        <p>
          Your name is not asked, and nothing joins what you answer to the link you came by. What a
          sector says is shown only where five or more of it answer, when the round has closed after{' '}
          {formatDate(closesOn)}. Words are read before they are shown. Write nothing that tells who
          you are, or about anybody else.
        </p>
      </div>
      <AnswerForm
        link={link}
        own={isOwn ? link : newOwnKey()}
        formKey={randomUUID()}
        submit={isOwn ? 'Send the changed answers' : 'Send my answers'}
        values={typedBefore(opened)}
        parts={PARTS.flatMap(({ key, label }) => {
          const asked = items.flatMap(({ part, words }, no) =>
            part === key ? [{ no, words }] : [],
          )
          return asked.length > 0 ? [{ key, label, asked }] : []
        })}
        statements={items.length}
      />
      <p className="mt-6 text-note text-muted">{ATTRIBUTION}</p>
    </>
  )
}
