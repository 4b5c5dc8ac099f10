'use server'

import type { z } from 'zod'
import { formAction } from '@/lib/action'
import type { Scope } from '@/lib/db'
import * as facts from '@/lib/facts/commands'
import { endFact } from '@/lib/facts/ending'
import * as schemas from '@/lib/facts/schema'
import { saved } from '@/lib/saved'

type About = { personId: string }

/**
 * Gives a fact and goes back to the details. `fact` is the page's name, under which drafts are
 * kept.
 */
function giving<S extends z.ZodType<About>>(
  fact: string,
  schema: S,
  give: (scope: Scope, input: z.output<S>) => Promise<void>,
  word = 'fact',
) {
  return formAction(
    schema,
    async (scope, input) => {
      await give(scope, input)
      return saved(input.personId, word, { path: '/details' })
    },
    { form: `fact-${fact}`, subject: ['personId'] },
  )
}

export const nameAction = giving('name', schemas.nameSchema, facts.giveName)
export const birthAction = giving('birth', schemas.birthSchema, facts.giveBirth)
export const identityAction = giving('identity', schemas.identitySchema, facts.giveIdentity)
export const numberAction = giving('number', schemas.numberSchema, facts.giveNumber)
export const reachAction = giving('phone', schemas.reachSchema, facts.giveReach)
export const addressAction = giving('address', schemas.addressSchema, facts.giveAddress, 'address')
export const livingAction = giving('living', schemas.livingSchema, facts.giveLiving)
export const relationshipAction = giving(
  'relationship',
  schemas.relationshipSchema,
  facts.giveRelationship,
)
export const adjustmentAction = giving('adjustment', schemas.adjustmentSchema, facts.giveAdjustment)
export const ownWordsAction = giving('own-words', schemas.ownWordsSchema, facts.giveOwnWords)
export const safeContactAction = giving(
  'safe-contact',
  schemas.safeContactSchema,
  facts.giveSafeContact,
)

export const endFactAction = formAction(
  schemas.factEndSchema,
  async (scope, input) => {
    await endFact(scope, input)
    return saved(input.personId, 'fact-ended', { path: '/details' })
  },
  { form: 'fact-end', subject: ['entryId'] },
)
