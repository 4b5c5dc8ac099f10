'use server'

import { formAction } from '@/lib/action'
import { keepDraft } from '@/lib/drafts/commands'
import { addPerson, addUnnamed, findLikely, openArchive } from '@/lib/identity/new-person'
import { archiveSchema, newPersonSchema, unnamedSchema } from '@/lib/identity/new-person-schema'

/**
 * Adds somebody; or, where people open to this viewer may be the same, keeps what was typed and
 * shows them first. It asks once, and works without JavaScript.
 */
export const addAction = formAction(
  newPersonSchema,
  async (scope, person, { values }) => {
    if (!person.noneOfThese && (await findLikely(scope, person)).length > 0) {
      await keepDraft(scope, 'new-person', '', values)
      return '/people/new?look=yes'
    }
    const id = await addPerson(scope, person)
    return `/people/${id}`
  },
  { form: 'new-person' },
)

/** Adds somebody whose name is not known. */
export const addUnnamedAction = formAction(
  unnamedSchema,
  async (scope, seen) => {
    return `/people/${await addUnnamed(scope, seen)}`
  },
  { form: 'unnamed' },
)

/** Opens the agency's own record again. */
export const archiveAction = formAction(
  archiveSchema,
  async (scope, input) => {
    await openArchive(scope, input)
    return `/people/${input.person}`
  },
  { form: 'archive', subject: ['person'] },
)
