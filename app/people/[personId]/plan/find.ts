import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { Scope } from '@/lib/db'
import { getPlan } from '@/lib/plan/queries'
import type { Plan } from '@/lib/plan/view'

/** An id in the address, or *not found*. */
export const idIn = (id: string): string => (z.uuid().safeParse(id).success ? id : notFound())

/** Finds one row of the plan that the form may be about. Anything else is *not found*. */
export const askPlan =
  <T>(find: (plan: Plan) => T | undefined) =>
  async (scope: Scope, { personId }: { personId: string }): Promise<T> =>
    find(await getPlan(scope, personId)) ?? notFound()

/** A goal that stands and is our own agency's. */
export const ownGoal = (goalId: string) =>
  askPlan(({ goals }) => goals.find(({ id, own, endedOn }) => id === goalId && own && !endedOn))
