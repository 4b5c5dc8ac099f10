'use server'

import { formAction } from '@/lib/action'
import { askHandover } from '@/lib/handovers/commands'
import { askSchema } from '@/lib/handovers/schema'
import { saved } from '@/lib/saved'
import { endInvolvement, endWorker, nameWorker, startInvolvement } from '@/lib/team/commands'
import { endSchema, startSchema, workerEndSchema, workerSchema } from '@/lib/team/schema'

const back = (personId: string, word: string) => saved(personId, word, { path: '/team' })

export const startAction = formAction(
  startSchema,
  async (scope, input) => {
    await startInvolvement(scope, input)
    return back(input.personId, 'work-started')
  },
  { form: 'work-start', subject: ['personId'] },
)

export const endAction = formAction(
  endSchema,
  async (scope, input, { version }) => {
    await endInvolvement(scope, input, version)
    return back(input.personId, 'work-ended')
  },
  { form: 'work-end', subject: ['involvementId'] },
)

export const workerAction = formAction(
  workerSchema,
  async (scope, input) => {
    await nameWorker(scope, input)
    return back(input.personId, 'worker')
  },
  { form: 'worker', subject: ['involvementId'] },
)

export const workerEndAction = formAction(
  workerEndSchema,
  async (scope, input) => {
    await endWorker(scope, input)
    return back(input.personId, 'worker-ended')
  },
  { form: 'worker-end', subject: ['workerId'] },
)

export const handoverAction = formAction(
  askSchema,
  async (scope, input) => `/handovers/${await askHandover(scope, input)}?done=asked`,
  { form: 'handover', subject: ['involvementId'] },
)
