'use server'

import { formAction } from '@/lib/action'
import { saveInstitution, withholdInstitution } from '@/lib/institutions/commands'
import { institutionSchema, withholdSchema } from '@/lib/institutions/schema'
import { declareLink, endLink, moveOnSheet } from '@/lib/network/commands'
import { linkEndSchema, linkSchema, moveSchema } from '@/lib/network/schema'

const at = (id: string, done: string) => `/place/institutions/${id}?done=${done}`

export const institutionAction = formAction(institutionSchema, async (scope, input, { version }) =>
  at(await saveInstitution(scope, input, version), 'saved'),
)

export const withholdAction = formAction(withholdSchema, async (scope, { institution }) => {
  await withholdInstitution(scope, institution)
  return at(institution, 'withheld')
})

export const linkAction = formAction(linkSchema, async (scope, input) => {
  await declareLink(scope, input)
  return at(input.institution, 'link')
})

export const linkEndAction = formAction(linkEndSchema, async (scope, { link, institution }) => {
  await endLink(scope, link)
  return at(institution, 'ended')
})

export const moveAction = formAction(moveSchema, async (scope, input) => {
  await moveOnSheet(scope, input)
  return at(input.institution, 'moved')
})
