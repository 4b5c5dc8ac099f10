import 'server-only'
import { permit } from '@/lib/access/policy'
import { livingWords } from '@/lib/code-lists/accommodation'
import { CHANNELS, labelOf } from '@/lib/codes'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { formatPartialDate } from '@/lib/partial-date'
import { IDENTIFIER_TYPES } from '@/lib/people/identifiers'
import { wholeName } from '@/lib/people/identity'
import { sayAnswers } from './answers'
import type { EndingFact, FactEndInput } from './schema'

type Where = { id: string; personId: string; agencyId: string }
type Ending = {
  /** The fact in words, when it is our own and has not ended; else null. */
  say: (scope: Scope, where: Where) => Promise<string | null>
  end: (scope: Scope, where: Where, on: Date) => Promise<{ count: number }>
}

// Each table has its own column for its last day, and only that column may be changed.
const endings: Record<EndingFact, Ending> = {
  name: {
    say: async ({ db }, where) => {
      const row = await db.personName.findFirst({
        where: { ...where, usedUntil: null },
        select: { given: true, middle: true, family: true },
      })
      return row && wholeName(row)
    },
    end: ({ db }, where, usedUntil) =>
      db.personName.updateMany({ where: { ...where, usedUntil: null }, data: { usedUntil } }),
  },
  birth: {
    say: async ({ db }, where) => {
      const row = await db.birth.findFirst({
        where: { ...where, endedOn: null },
        select: { year: true, month: true, day: true, estimated: true },
      })
      return row && formatPartialDate({ ...row, year: row.year ?? 0 })
    },
    end: ({ db }, where, endedOn) =>
      db.birth.updateMany({ where: { ...where, endedOn: null }, data: { endedOn } }),
  },
  identity: {
    say: async ({ db }, where) => {
      const row = await db.identityDetail.findFirst({
        where: { ...where, endedOn: null },
        select: {
          ...{ pronouns: true, sex: true, gender: true, ethnicity: true },
          words: { select: { genderWords: true } },
        },
      })
      return row && sayAnswers({ ...row, genderWords: row.words[0]?.genderWords ?? null })
    },
    end: ({ db }, where, endedOn) =>
      db.identityDetail.updateMany({ where: { ...where, endedOn: null }, data: { endedOn } }),
  },
  number: {
    say: async ({ db }, where) => {
      const row = await db.identifier.findFirst({
        where: { ...where, endedOn: null },
        select: { type: true, value: true },
      })
      const kind = IDENTIFIER_TYPES.find(({ key }) => key === row?.type)?.label
      return row && [kind, row.value].filter(Boolean).join(' ')
    },
    end: ({ db }, where, endedOn) =>
      db.identifier.updateMany({ where: { ...where, endedOn: null }, data: { endedOn } }),
  },
  phone: {
    say: async ({ db }, where) =>
      (
        await db.reach.findFirst({
          where: { ...where, endedOn: null },
          select: { value: true },
        })
      )?.value ?? null,
    end: ({ db }, where, endedOn) =>
      db.reach.updateMany({ where: { ...where, endedOn: null }, data: { endedOn } }),
  },
  address: {
    say: async ({ db }, where) =>
      (
        await db.address.findFirst({
          where: { ...where, untilOn: null },
          select: { lines: true },
        })
      )?.lines ?? null,
    end: ({ db }, where, untilOn) =>
      db.address.updateMany({ where: { ...where, untilOn: null }, data: { untilOn } }),
  },
  living: {
    say: async ({ db }, where) => {
      const row = await db.livingSituation.findFirst({
        where: { ...where, untilOn: null },
        select: { code: true },
      })
      return row && livingWords(row.code)
    },
    end: ({ db }, where, untilOn) =>
      db.livingSituation.updateMany({ where: { ...where, untilOn: null }, data: { untilOn } }),
  },
  relationship: {
    say: async ({ db }, where) =>
      (
        await db.relationship.findFirst({
          where: { ...where, endedOn: null },
          select: { otherName: true },
        })
      )?.otherName ?? null,
    end: ({ db }, where, endedOn) =>
      db.relationship.updateMany({ where: { ...where, endedOn: null }, data: { endedOn } }),
  },
  adjustment: {
    say: async ({ db }, where) =>
      (
        await db.adjustment.findFirst({
          where: { ...where, endedOn: null },
          select: { detail: true },
        })
      )?.detail ?? null,
    end: ({ db }, where, endedOn) =>
      db.adjustment.updateMany({ where: { ...where, endedOn: null }, data: { endedOn } }),
  },
  'own-words': {
    say: async ({ db }, where) =>
      (
        await db.ownWords.findFirst({
          where: { ...where, endedOn: null },
          select: { words: true },
        })
      )?.words ?? null,
    end: ({ db }, where, endedOn) =>
      db.ownWords.updateMany({ where: { ...where, endedOn: null }, data: { endedOn } }),
  },
  'safe-contact': {
    say: async ({ db }, where) => {
      const row = await db.safeContact.findFirst({
        where: { ...where, endedOn: null },
        select: { channel: true },
      })
      return row && labelOf(CHANNELS, row.channel)
    },
    end: ({ db }, where, endedOn) =>
      db.safeContact.updateMany({ where: { ...where, endedOn: null }, data: { endedOn } }),
  },
}

const own = ({ viewer }: Scope, personId: string, id: string) => ({
  id,
  personId,
  agencyId: viewer.agencyId,
})

/** A fact of our own that has not ended, in words; null when there is none to this viewer. */
export const sayEnding = (scope: Scope, fact: EndingFact, personId: string, entryId: string) =>
  endings[fact].say(scope, own(scope, personId, entryId))

/** Gives a fact of our own its last day. It stays, as ended. @throws NotFound */
export async function endFact(scope: Scope, input: FactEndInput): Promise<void> {
  permit(scope.viewer, 'fact:end')
  const where = own(scope, input.personId, input.entryId)
  const { count } = await endings[input.fact].end(scope, where, new Date(input.endedOn))
  if (count === 0) throw new NotFound()
}
