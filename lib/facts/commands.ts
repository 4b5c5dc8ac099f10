import 'server-only'
import type { z } from 'zod'
import { permit } from '@/lib/access/policy'
import { isSettled } from '@/lib/code-lists/accommodation'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { Refused } from '@/lib/errors'
import { emailNorm } from '@/lib/fields'
import { newId } from '@/lib/new-id'
import { checkIdentifier, IDENTIFIER_TYPES } from '@/lib/people/identifiers'
import { refusedInPractice } from '@/lib/people/invented'
import { normOfName, sortKey } from '@/lib/people/normalise'
import { checkPhone } from '@/lib/people/phone'
import { checkPostcode } from '@/lib/people/postcode'
import { isStandInEmail } from '@/lib/people/stand-ins'
import { WHO_LIVES } from './lists'
import {
  type addressSchema,
  type adjustmentSchema,
  type birthSchema,
  type identitySchema,
  type livingSchema,
  type nameSchema,
  type numberSchema,
  type ownWordsSchema,
  type reachSchema,
  type relationshipSchema,
  type safeContactSchema,
} from './schema'

// Every fact is given, never changed: what another agency holds stays, and both stand side by side.
// createMany, since a fact that locates may be given by somebody who may not read it back.
const on = (day: string | null) => (day ? new Date(day) : null)
const said = (answer: 'yes' | 'no' | null) => (answer === null ? null : answer === 'yes')

/** A name, as given, with the forms it is compared and sorted by. */
export async function giveName({ db, viewer }: Scope, input: z.output<typeof nameSchema>) {
  permit(viewer, 'fact:give')
  const [given, middle, family] = [input.given ?? '', input.middle ?? '', input.family ?? '']
  await db.personName.createMany({
    data: {
      personId: input.personId,
      kind: input.kind,
      given,
      middle,
      family,
      sortKey: sortKey({ given, family }),
      norm: normOfName(given, middle, family),
      usedFrom: on(input.usedFrom),
      usedUntil: on(input.usedUntil),
      source: input.source,
    },
  })
}

/** A date of birth, or as much of it as is known. */
export async function giveBirth({ db, viewer }: Scope, input: z.output<typeof birthSchema>) {
  permit(viewer, 'fact:give')
  const { year, month, day } = input.born
  const { personId, estimated, source } = input
  await db.birth.createMany({ data: { personId, year, month, day, estimated, source } })
}

/**
 * Pronouns, sex, gender and ethnic group, as the person gives them. Each answer is an entry of its
 * own: pronouns are identity, the others equality, and each ends by itself.
 */
export async function giveIdentity({ db, viewer }: Scope, input: z.output<typeof identitySchema>) {
  permit(viewer, 'fact:give')
  const { personId, source, pronouns, sex, gender, ethnicity } = input
  const genderWords = gender === 'own_term' ? input.genderWords : null
  const genderId = newId()
  const answers = [
    ...(pronouns ? [{ pronouns, categories: ['identity'] }] : []),
    ...(sex ? [{ sex, categories: ['equality'] }] : []),
    ...(gender ? [{ id: genderId, gender, categories: ['equality'] }] : []),
    ...(ethnicity ? [{ ethnicity, categories: ['equality'] }] : []),
  ]
  await db.identityDetail.createMany({
    data: answers.map((answer) => ({ personId, source, ...answer })),
  })
  if (genderWords)
    await db.identityWords.createMany({
      data: { personId, categories: ['equality'], identityDetailId: genderId, genderWords },
    })
}

/**
 * A number the person is known by. One that fails its check is kept when asked for: agencies hold
 * wrong numbers, and the wrong number is what they will search for.
 *
 * @throws Refused the warning, once; and in practice, a number that could be a real person's
 */
export async function giveNumber({ db, viewer }: Scope, input: z.output<typeof numberSchema>) {
  permit(viewer, 'fact:give')
  const { personId, type, value, source } = input
  const checked = checkIdentifier(type, value, { live: viewer.mode === 'live' })
  const { norm, check, message } = checked
  if (viewer.mode === 'practice' && refusedInPractice(type, checked)) {
    const kind = IDENTIFIER_TYPES.find(({ key }) => key === type)?.label ?? 'number'
    throw new Refused(
      `This ${kind} could be a real person’s. Practice takes invented ones.`,
      'value',
    )
  }
  if (check !== 'ok' && input.keep !== value) throw new Refused(message ?? 'Check it.', 'value')
  await db.identifier.createMany({
    data: {
      personId,
      type,
      value,
      norm,
      checkState: check,
      source,
      seenOn: on(input.seenOn),
    },
  })
}

/** A telephone number or e-mail address. */
export async function giveReach({ db, viewer }: Scope, input: z.output<typeof reachSchema>) {
  permit(viewer, 'fact:give')
  // What people type where there is none is kept as given, and finds and joins nobody.
  const norm =
    input.kind !== 'email'
      ? checkPhone(input.value, { live: viewer.mode === 'live' }).norm
      : isStandInEmail(input.value)
        ? ''
        : emailNorm(input.value)
  await db.reach.createMany({ data: { ...input, norm } })
}

/**
 * An address, and the end of those of our own that are over with it. Nothing else is written: no
 * living situation, no other person's address, no other agency's record. Who lives there is kept
 * with where it comes from.
 *
 * @throws Refused when the postcode looks wrong, once; when an address that is over began later
 */
export async function giveAddress({ db, viewer }: Scope, input: z.output<typeof addressSchema>) {
  permit(viewer, 'fact:give')
  const postcode = input.postcode === null ? null : checkPostcode(input.postcode)
  if (postcode?.check === 'warning' && input.keep !== input.postcode)
    throw new Refused(postcode.message ?? 'Check the postcode.', 'postcode')
  const fromOn = new Date(input.fromOn ?? today())
  const { personId } = input
  const over = { id: { in: input.over }, personId, agencyId: viewer.agencyId, untilOn: null }
  if ((await db.address.count({ where: { ...over, fromOn: { gt: fromOn } } })) > 0)
    throw new Refused('An address you ticked began after this one did.', 'over')
  await db.address.updateMany({ where: over, data: { untilOn: fromOn } })
  const lives = WHO_LIVES.find(({ key }) => key === input.lives)?.label.toLowerCase()
  await db.address.createMany({
    data: {
      personId,
      lines: input.lines,
      postcode: postcode?.display ?? null,
      norm: postcode?.norm ?? null,
      fromOn,
      source: [input.source, `who lives there: ${lives}`].filter(Boolean).join('; '),
    },
  })
}

/** Where the person stays, as a code; our own agency's earlier answer ends the same day. */
export async function giveLiving({ db, viewer }: Scope, input: z.output<typeof livingSchema>) {
  permit(viewer, 'fact:give')
  const { personId, code, areaName } = input
  const fromOn = new Date(input.fromOn ?? today())
  await db.livingSituation.updateMany({
    where: { personId, agencyId: viewer.agencyId, untilOn: null, fromOn: { lte: fromOn } },
    data: { untilOn: fromOn },
  })
  const id = newId()
  await db.livingSituation.createMany({
    data: { id, personId, code, settled: isSettled(code), fromOn },
  })
  if (areaName)
    await db.livingArea.createMany({ data: { personId, livingSituationId: id, areaName } })
}

/** Somebody in the person's life. A child is never a person here: nobody asked the child. */
export async function giveRelationship(
  { db, viewer }: Scope,
  input: z.output<typeof relationshipSchema>,
) {
  permit(viewer, 'fact:give')
  const child = input.kind === 'child'
  await db.relationship.createMany({
    data: {
      ...input,
      childYear: child ? input.childYear : null,
      responsible: child ? input.responsible : null,
      livesWith: said(input.livesWith),
    },
  })
}

/** What makes it easier; safety, so everyone who may open the person sees it. */
export async function giveAdjustment(
  { db, viewer }: Scope,
  input: z.output<typeof adjustmentSchema>,
) {
  permit(viewer, 'fact:give')
  await db.adjustment.createMany({ data: input })
}

/** The person's own words, agreed with them, in place of our own agency's earlier ones. */
export async function giveOwnWords({ db, viewer }: Scope, input: z.output<typeof ownWordsSchema>) {
  permit(viewer, 'fact:give')
  const saidOn = new Date(input.saidOn ?? today())
  await db.ownWords.createMany({ data: { ...input, saidOn } })
}

/** How to reach the person safely, one way at a time. */
export async function giveSafeContact(
  { db, viewer }: Scope,
  input: z.output<typeof safeContactSchema>,
) {
  permit(viewer, 'fact:give')
  await db.safeContact.createMany({ data: { ...input, voicemail: said(input.voicemail) } })
}
