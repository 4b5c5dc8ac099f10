import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { openDraft } from '@/app/open-draft'
import { FormPage } from '@/app/people/[personId]/form-page'
import { SubPage } from '@/app/sub-page'
import { asOptions } from '@/components/form/as-options'
import { currentCodes } from '@/lib/code-lists/current'
import type { FormValues } from '@/lib/form-state'
import type { Step } from '@/lib/referrals/rules'
import { listColleagues } from '@/lib/team/choices'
import * as forms from '../../forms'
import { withReferral, type OpenedReferral } from '../../open-referral'

type Props = { params: Promise<{ referralId: string; step: string }> }

// By the last part of the address: the step, and the title of its page.
const steps: ReadonlyMap<string, readonly [Step, string]> = new Map([
  ['answer', ['accepted', 'Answer the referral']],
  ['start', ['started', 'Start the work']],
  ['end', ['ended', 'End the referral']],
  ['amend', ['amended', 'Amend the referral']],
  ['withdraw', ['withdrawn', 'Withdraw the referral']],
])

/** The form of one step of a referral, for whoever may take it now. */
export default async function StepPage({ params }: Props) {
  const { step } = await params
  const [kind, title] = steps.get(step) ?? notFound()
  const { viewer, referral, asked } = await withReferral(
    params,
    'change',
    async (scope, { id, toTeamId }) => ({
      codes: await currentCodes(scope, ['refusal_reason']),
      people: toTeamId ? await listColleagues(scope, toTeamId) : [],
      ...(await openDraft(scope, {
        form: `referral-${step}`,
        subject: id,
        path: `/referrals/${id}/${step}`,
      })),
    }),
    `/${step}`,
  )
  if (!referral.steps.includes(kind)) notFound()
  const { codes, people, draft, kept } = asked
  const given: forms.GivenStep = {
    referralId: referral.id,
    formKey: randomUUID(),
    values: kept ?? startOf(step, referral),
    draft,
    outside: referral.outside,
  }
  const form = {
    answer: <forms.AnswerForm given={given} reasons={asOptions(codes.refusal_reason ?? [])} />,
    start: <forms.StartForm given={given} people={people} />,
    end: <forms.EndForm given={given} />,
    amend: <forms.AmendForm given={given} />,
    withdraw: <forms.WithdrawForm given={given} />,
  }[step]
  if (!referral.person)
    return (
      <SubPage
        viewer={viewer}
        title={title}
        back={{ href: `/referrals/${referral.id}`, label: 'the referral' }}
      >
        {form}
      </SubPage>
    )
  return (
    <FormPage viewer={viewer} strip={referral.person.strip} title={title}>
      {form}
    </FormPage>
  )
}

/** An amendment starts from what stands. */
function startOf(step: string, { editions }: OpenedReferral): FormValues {
  const [latest] = editions
  if (step !== 'amend' || !latest) return {}
  return { words: latest.words, edition: String(latest.edition) }
}
