import 'server-only'
import { permit } from '@/lib/access/policy'
import { NEED_MAPPINGS } from '@/lib/code-lists/need-mappings'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { newId } from '@/lib/new-id'
import { itemField, NDTA_ITEMS } from './ndta'
import type { AssessmentInput, RatingInput } from './schema'

const day = (date: string | null) => new Date(date ?? today())

/**
 * Records how a need stands, as the worker or the person sees it. The category is the need's own,
 * so that a rating of mental health is shared as mental health whoever gives it; earlier ones stay.
 *
 * @returns the rating's id
 */
export async function rateNeed({ db, viewer }: Scope, input: RatingInput): Promise<string> {
  permit(viewer, 'need:rate')
  const { personId, domain, voice, state } = input
  const category = NEED_MAPPINGS[domain]?.category
  const felt = state === 'current'
  const categories = category ? [category] : []
  const needRatingId = newId()
  await db.needRating.createMany({
    data: {
      id: needRatingId,
      personId,
      categories,
      voice,
      domain,
      state,
      direction: domain === 'domestic_abuse' && state !== 'none' ? input.direction : null,
      ratedOn: day(input.ratedOn),
    },
  })
  if (felt)
    await db.needGrade.createMany({
      data: {
        ...{ personId, categories, needRatingId },
        severity: input.severity ? Number(input.severity) : null,
        trend: input.trend,
      },
    })
  if (input.note)
    await db.needNote.createMany({
      data: { personId, categories, needRatingId, words: input.note },
    })
  return needRatingId
}

/**
 * An assessment touches self-harm, mental health and drink or drugs, so it is protected as all of
 * them beside what the team's entries are about: the strictest wins.
 */
const TELLS = ['mental_health', 'substance_use']

/** Records the ten items and their total. @returns the assessment's id */
export async function recordAssessment(
  { db, viewer }: Scope,
  input: AssessmentInput,
): Promise<string> {
  permit(viewer, 'assessment:record')
  const { personId } = input
  const [team] = await db.team.findMany({
    where: { id: { in: viewer.teamIds } },
    select: { defaultCategories: true },
    take: 1,
  })
  const categories = [...new Set([...TELLS, ...(team?.defaultCategories ?? [])])]
  const assessmentId = newId()
  const items = NDTA_ITEMS.map(({ item }) => ({
    item,
    score: Number(Reflect.get(input, itemField(item))),
  }))
  const total = items.reduce((sum, { score }) => sum + score, 0)
  const given = { personId, categories }
  await db.assessment.createMany({
    data: { id: assessmentId, ...given, tool: 'ndta', assessedOn: day(input.assessedOn), total },
  })
  await db.assessmentItem.createMany({
    data: items.map((one) => ({ ...given, assessmentId, ...one })),
  })
  return assessmentId
}
