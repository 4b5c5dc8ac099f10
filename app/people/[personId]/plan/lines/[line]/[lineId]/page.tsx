import { notFound } from 'next/navigation'
import { InsetText } from '@/components/ui/inset-text'
import { labelOf } from '@/lib/codes'
import { hasKey } from '@/lib/fields'
import { HELD_KINDS, LINE_KINDS } from '@/lib/plan/lists'
import { FormPage, openForm } from '../../../../form-page'
import { LineEndForm } from '../../../around-forms'
import { askPlan, idIn } from '../../../find'

type Props = { params: Promise<{ personId: string; line: string; lineId: string }> }

/** End a strength, or a line for a plan, of our own. */
export default async function EndLinePage({ params }: Props) {
  const { line, lineId: id } = await params
  const lineId = idIn(id)
  if (!hasKey(LINE_KINDS, line)) notFound()
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'plan-line-end',
    verb: 'plan:write',
    subject: lineId,
    path: `/plan/lines/${line}/${lineId}`,
    ask: askPlan(({ strengths, held }) =>
      line === 'strength'
        ? strengths.find((one) => one.id === lineId && one.own)?.words
        : held
            .filter((one) => one.id === lineId && one.own)
            .map(({ kind }) => labelOf(HELD_KINDS, kind))[0],
    ),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="End this line">
      <InsetText>{asked}</InsetText>
      <LineEndForm given={given} kind={line} lineId={lineId} />
    </FormPage>
  )
}
