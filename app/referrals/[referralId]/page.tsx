import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Done } from '@/app/done'
import { SubPage } from '@/app/sub-page'
import { PersonPage } from '@/app/people/[personId]/person-page'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { InsetText } from '@/components/ui/inset-text'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { labelOf, REFERRAL_REASONS } from '@/lib/codes'
import { formatDate, formatDateTime, londonDate, today } from '@/lib/dates'
import { AGREED_HOW } from '@/lib/referrals/lists'
import type { ReadReferral } from '@/lib/referrals/queries'
import type { Step } from '@/lib/referrals/rules'
import { clockWords, standsWords, statusTone, statusWords, stepWords } from '@/lib/referrals/words'
import { SendForm } from '../forms'
import { withReferral, type OpenedReferral } from '../open-referral'

export const metadata: Metadata = { title: 'Referral' }

const news = {
  sent: 'Sent. They see it in Today and in their referrals, and you are told what they answer.',
  kept: 'Kept as a draft. Your team can read it; send it when it is ready.',
  amended: 'Amended. Both sides see what changed.',
  withdrawn: 'Withdrawn. It opens nothing to them any more.',
  accepted: 'Saved: accepted. Whoever sent it is told.',
  declined: 'Saved: declined. Whoever sent it is told why.',
  started: 'Started. Whoever sent it is told.',
  ended: 'Ended. Whoever sent it is told what came of it.',
}

type Props = { params: Promise<{ referralId: string }> }

/** One referral: where it stands, what was asked, what each side did; and what one can do now. */
export default async function ReferralPage({ params }: Props) {
  const { viewer, referral } = await withReferral(params, 'referrals', () => Promise.resolve(null))
  const title = `${labelOf(REFERRAL_REASONS, referral.reason)}: to ${referral.to}`
  if (!referral.person)
    return (
      <SubPage viewer={viewer} title={title} back={{ href: '/referrals', label: 'referrals' }}>
        <Done news={news} />
        <Whole referral={referral} />
        <InsetText>They are not open to you now, and neither is what was written.</InsetText>
      </SubPage>
    )
  return (
    <PersonPage viewer={viewer} strip={referral.person.strip} printAs="working">
      <div className="max-w-3xl">
        <Done news={news} />
        <h2 className="mb-4 text-heading-m">{title}</h2>
        <Whole referral={referral} />
        <p className="mt-6">
          <Link href="/referrals">All referrals of your team</Link>
        </p>
      </div>
    </PersonPage>
  )
}

function Whole({ referral }: { referral: OpenedReferral }) {
  const [latest, ...before] = referral.editions
  return (
    <>
      <SummaryList
        rows={[
          {
            term: 'Stands',
            value: (
              <>
                <Tag tone={statusTone(referral.status)}>{statusWords(referral.status)}</Tag>{' '}
                {standsWords(referral, today())}.
              </>
            ),
          },
          { term: 'From', value: referral.from },
          { term: 'To', value: referral.to },
          ...(latest ? dutyRows(latest) : []),
          ...(latest
            ? [
                {
                  term: 'What is asked',
                  value: <span className="whitespace-pre-line">{latest.words}</span>,
                },
              ]
            : []),
        ]}
      />
      <Buttons referral={referral} />
      {referral.log.length > 0 ? (
        <>
          <h3 className="mt-8 mb-2 text-heading-s">What happened, as both sides read it</h3>
          <ol className="divide-y divide-line border-y border-line">
            {referral.log.map((line) => (
              <li key={`${line.kind} ${line.at.toISOString()}`} className="py-2">
                <strong>{stepWords(line.kind)}</strong> by {line.worker ?? line.agency},{' '}
                {formatDateTime(line.at)}
                {line.words ? <span className="block">{line.words}</span> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {before.map(({ edition, words, givenAt }) => (
        <section key={edition} className="mt-6">
          <h3 className="mb-1 text-heading-s">
            As written on {formatDateTime(givenAt)}, before it was amended
          </h3>
          <p className="whitespace-pre-line">{words}</p>
        </section>
      ))}
    </>
  )
}

/** What the law asks for of a duty to refer, and its 56 days. */
function dutyRows({ agreedOn, agreedHow, council, contactBy, homeUntil }: Edition) {
  if (!agreedOn) return []
  return [
    { term: 'Their home', value: clockWords(homeUntil, today()) },
    {
      term: 'They agreed',
      value: `${labelOf(AGREED_HOW, agreedHow ?? '')}, ${formatDate(londonDate(agreedOn))}`,
    },
    { term: 'Council they chose', value: council },
    { term: 'How to reach them', value: contactBy },
  ]
}

type Edition = ReadReferral['editions'][number]

const pages: readonly (readonly [Step, string, string])[] = [
  ['accepted', 'answer', 'Answer'],
  ['started', 'start', 'Start the work'],
  ['ended', 'end', 'End it'],
  ['amended', 'amend', 'Amend'],
  ['withdrawn', 'withdraw', 'Withdraw'],
]

function Buttons({ referral: { id, steps } }: { referral: OpenedReferral }) {
  const open = pages.filter(([step]) => steps.includes(step))
  return (
    <div className="no-print mt-5 flex flex-wrap gap-3">
      {steps.includes('sent') ? <SendForm referralId={id} formKey={randomUUID()} /> : null}
      {open.map(([step, path, words], i) => (
        <ButtonLink
          key={step}
          href={`/referrals/${id}/${path}`}
          tone={i === 0 && !steps.includes('sent') ? 'primary' : 'secondary'}
        >
          {words}
        </ButtonLink>
      ))}
    </div>
  )
}
