'use server'

import { formAction } from '@/lib/action'
import * as commands from '@/lib/propositions/commands'
import * as schema from '@/lib/propositions/schema'

const at = (paper: string, done: string) => `/place/propositions/${paper}?done=${done}`

export const beginAction = formAction(
  schema.beginSchema,
  async (scope, words) => at(await commands.beginProposition(scope, words), 'saved'),
  { form: 'proposition' },
)

export const saveAction = formAction(
  schema.saveSchema,
  async (scope, { paper, words }, { version }) => {
    await commands.saveProposition(scope, paper, words, version ?? 0)
    return at(paper, 'saved')
  },
  { form: 'proposition-version', subject: ['paper'] },
)

export const shareAction = formAction(schema.paperSchema, async (scope, { paper }) => {
  await commands.shareProposition(scope, paper)
  return at(paper, 'shared')
})

export const agreeAction = formAction(schema.agreeSchema, async (scope, { paper }) => {
  await commands.agreeProposition(scope, paper)
  return at(paper, 'agreed')
})

export const putAwayAction = formAction(schema.putAwaySchema, async (scope, { paper, why }) => {
  await commands.putAway(scope, paper, why)
  return at(paper, 'away')
})

export const commentAction = formAction(schema.commentSchema, async (scope, input) => {
  await commands.commentOn(scope, input.paper, input.words)
  return at(input.paper, 'commented')
})

export const pinAction = formAction(schema.pinSchema, async (scope, { paper, figure }) => {
  await commands.pinFigure(scope, paper, figure)
  return at(paper, 'pinned')
})

export const takeOffAction = formAction(schema.takeOffSchema, async (scope, input) => {
  await commands.takeOff(scope, input.evidence)
  return at(input.paper, 'taken-off')
})
