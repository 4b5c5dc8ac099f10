import 'server-only'
import { formatDate, londonDate } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { getGivers } from '@/lib/people/givers'
import { sayAddress } from './say-address'

/** Our own agency's addresses that have no last day: what a new one may put an end to. */
export async function listOwnAddresses({ db, viewer }: Scope, personId: string) {
  const rows = await db.address.findMany({
    where: { personId, agencyId: viewer.agencyId, untilOn: null },
    select: { id: true, lines: true, postcode: true },
    orderBy: { givenAt: 'desc' },
  })
  return rows.map(({ id, ...address }) => ({ value: id, label: sayAddress(address) }))
}

const given = { id: true, agencyId: true, givenAt: true } as const

/**
 * Every fact about a person that this viewer may see, each with who gave it and when, so that two
 * agencies' differing values stand side by side. Newest first within each kind.
 */
export async function getDetails(scope: Scope, personId: string) {
  const { db } = scope
  const where = { personId }
  const newest = { givenAt: 'desc' } as const
  const givers = await getGivers(scope, personId)
  const said = <T extends { agencyId: string; givenAt: Date }>({
    agencyId,
    givenAt,
    ...rest
  }: T) => ({
    ...rest,
    givenAt,
    by: givers.nameOf(agencyId),
    own: givers.isOwn(agencyId),
    when: formatDate(londonDate(givenAt)),
  })
  const names = await db.personName.findMany({
    where,
    select: {
      ...given,
      kind: true,
      given: true,
      middle: true,
      family: true,
      usedFrom: true,
      usedUntil: true,
    },
    orderBy: newest,
  })
  const births = await db.birth.findMany({
    where,
    select: {
      ...given,
      year: true,
      month: true,
      day: true,
      estimated: true,
      source: true,
      endedOn: true,
    },
    orderBy: newest,
  })
  // A former gender, sex or pronoun tells of somebody what they may keep to themselves (Gender
  // Recognition Act 2004, s.22): once it is no longer so, it is shown to nobody.
  const identity = await db.identityDetail.findMany({
    where: { ...where, endedOn: null },
    select: {
      ...given,
      sex: true,
      gender: true,
      words: { select: { genderWords: true } },
      pronouns: true,
      ethnicity: true,
      source: true,
      endedOn: true,
    },
    orderBy: newest,
  })
  const identifiers = await db.identifier.findMany({
    where,
    select: { ...given, type: true, value: true, checkState: true, source: true, endedOn: true },
    orderBy: [{ type: 'asc' }, newest],
  })
  const reaches = await db.reach.findMany({
    where,
    select: { ...given, kind: true, value: true, note: true, endedOn: true },
    orderBy: newest,
  })
  const addresses = await db.address.findMany({
    where,
    select: {
      ...given,
      lines: true,
      postcode: true,
      uprn: true,
      areaCode: true,
      fromOn: true,
      untilOn: true,
    },
    orderBy: [{ fromOn: { sort: 'desc', nulls: 'last' } }, newest],
  })
  const living = await db.livingSituation.findMany({
    where,
    select: {
      ...given,
      code: true,
      settled: true,
      areas: { select: { areaName: true } },
      fromOn: true,
      untilOn: true,
    },
    orderBy: [{ fromOn: { sort: 'desc', nulls: 'last' } }, newest],
  })
  const relationships = await db.relationship.findMany({
    where,
    select: {
      ...given,
      kind: true,
      otherName: true,
      otherRecordId: true,
      childYear: true,
      responsible: true,
      note: true,
      livesWith: true,
      endedOn: true,
    },
    orderBy: newest,
  })
  const adjustments = await db.adjustment.findMany({
    where,
    select: { ...given, kind: true, detail: true, endedOn: true },
    orderBy: newest,
  })
  const safeContacts = await db.safeContact.findMany({
    where,
    select: {
      ...given,
      channel: true,
      allowed: true,
      hours: true,
      voicemail: true,
      coverName: true,
      note: true,
      endedOn: true,
    },
    orderBy: newest,
  })
  const ownWords = await db.ownWords.findMany({
    where,
    select: { ...given, words: true, askFirst: true, saidOn: true, endedOn: true },
    orderBy: { saidOn: 'desc' },
  })
  return {
    names: names.map(said),
    births: births.map(said),
    identity: identity.map(({ words, ...one }) =>
      said({ ...one, genderWords: words[0]?.genderWords ?? null }),
    ),
    identifiers: identifiers.map(said),
    reaches: reaches.map(said),
    addresses: addresses.map(said),
    living: living.map(({ areas, ...one }) =>
      said({ ...one, areaName: areas[0]?.areaName ?? null }),
    ),
    relationships: relationships.map(said),
    adjustments: adjustments.map(said),
    safeContacts: safeContacts.map(said),
    ownWords: ownWords.map(said),
  }
}

export type Details = Awaited<ReturnType<typeof getDetails>>
