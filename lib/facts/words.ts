import {
  ADJUSTMENTS,
  CHANNELS,
  FACT_SOURCES,
  labelOf,
  NAME_KINDS,
  REACH_KINDS,
  RELATIONSHIP_KINDS,
} from '@/lib/codes'
import { livingWords } from '@/lib/code-lists/accommodation'
import { formatDate, londonDate, today } from '@/lib/dates'
import { formatPartialDate } from '@/lib/partial-date'
import { weighBirths } from '@/lib/people/births'
import { checkIdentifier, IDENTIFIER_TYPES, type IdentifierType } from '@/lib/people/identifiers'
import { ruleWords, type RuleSaid, wholeName } from '@/lib/people/identity'
import { ANSWERS, isUnsaid } from './answers'
import type { Fact } from './grouped'
import type { Details } from './queries'
import { sayAddress } from './say-address'

type Said = { id: string; by: string; when: string }
const base = ({ id, by, when }: Said) => ({ id, by, when })

/** `until 4 May 2026`, for what has ended. */
const until = (date: Date | null) => (date ? `until ${formatDate(londonDate(date))}` : undefined)
/** A date of birth does not end: it was found to be wrong. */
const wrong = (date: Date | null) =>
  date ? `found wrong ${formatDate(londonDate(date))}` : undefined
const sourceWords = (source: string | null) =>
  source === null ? undefined : labelOf(FACT_SOURCES, source)
/** A day that has come: what ended on it is no longer so. */
const isOver = (date: Date | null) => date !== null && londonDate(date) <= today()
const span = (from: Date | null, to: Date | null) =>
  [from ? `from ${formatDate(londonDate(from))}` : null, until(to)].filter(Boolean).join(' ') ||
  undefined

/** Names, dates of birth and what else says who somebody is, each with every entry that says so. */
export function identityFacts(details: Details): Fact[] {
  return [
    ...NAME_KINDS.map(({ key, label }) => ({
      label,
      several: key === 'alias' || key === 'previous',
      values: ownFirst(details.names.filter(({ kind }) => kind === key)).map((name) => ({
        ...base(name),
        value: wholeName(name),
        span: span(name.usedFrom, name.usedUntil),
        // A name of before says so by its kind: that it is used no more folds nothing away.
        over: key !== 'previous' && isOver(name.usedUntil),
      })),
    })).filter(({ values }) => values.length > 0),
    {
      label: 'Date of birth',
      values: weighBirths(
        details.births.map((birth) => ({
          ...birth,
          proof: birth.source === 'document',
          givenAt: birth.givenAt.toISOString(),
        })),
      ).map((birth) => ({
        ...base(birth),
        value: formatPartialDate(birth),
        proof: birth.proof,
        source: sourceWords(birth.source),
        span: wrong(birth.endedOn),
        over: birth.endedOn !== null,
        note: birth.estimated ? 'Estimated' : undefined,
      })),
    },
    ...ANSWERS.map(({ label, key, say }) => ({
      label,
      notAsked: true,
      values: details.identity.flatMap((one) => {
        const value = say(one)
        const source = sourceWords(one.source)
        return value
          ? [{ ...base(one), value, source, over: false, unsaid: isUnsaid(one[key]) }]
          : []
      }),
    })),
  ]
}

/** What the check of a number found, in words. */
const NUMBER_NOTES: Readonly<Record<string, string>> = {
  warning: 'The check does not fit: may be mistyped',
  none: 'Not a number: kept as it was given',
}

/** Numbers agencies know the person by, by kind; a failed check is said and the number kept. */
export function numberFacts(details: Details): Fact[] {
  return IDENTIFIER_TYPES.map(({ key, label }) => ({
    label,
    several: key === 'local',
    values: details.identifiers
      .filter(({ type }) => type === key)
      .map((number) => ({
        ...base(number),
        over: number.endedOn !== null,
        value: checkIdentifier(number.type as IdentifierType, number.value).display,
        source: number.source ?? undefined,
        span: until(number.endedOn),
        note: NUMBER_NOTES[number.checkState],
      })),
  })).filter(({ values }) => values.length > 0)
}

/** Telephone numbers, e-mails and the agreed ways of reaching the person. */
export function reachFacts(details: Details): Fact[] {
  return [
    {
      label: 'How to reach them safely',
      several: true,
      values: details.safeContacts.map((rule) => ({
        ...base(rule),
        value: ruleWords(rule as RuleSaid) || labelOf(CHANNELS, rule.channel),
        span: until(rule.endedOn),
        over: isOver(rule.endedOn),
      })),
    },
    ...REACH_KINDS.map(({ key, label }) => ({
      label,
      several: true,
      values: details.reaches
        .filter(({ kind }) => kind === key)
        .map((reach) => ({
          ...base(reach),
          value: reach.value,
          note: reach.note ?? undefined,
          span: until(reach.endedOn),
          over: isOver(reach.endedOn),
        })),
    })),
  ]
}

/**
 * Where the person stays and has stayed; while whereabouts are protected, what one's own agency
 * wrote, unless this team is named.
 */
export function whereFacts(details: Details): Fact[] {
  return [
    {
      label: 'Living situation',
      values: nowFirst(details.living).map((one) => ({
        ...base(one),
        value: [livingWords(one.code), one.areaName].filter(Boolean).join(', '),
        span: span(one.fromOn, one.untilOn),
        over: isOver(one.untilOn),
      })),
    },
    {
      label: 'Address',
      values: nowFirst(details.addresses).map((one) => ({
        ...base(one),
        value: sayAddress(one),
        span: span(one.fromOn, one.untilOn),
        over: isOver(one.untilOn),
      })),
    },
  ]
}

/** As in the identity strip: what one's own agency calls them first. */
const ownFirst = <T extends { own: boolean }>(all: readonly T[]): T[] =>
  [...all].sort((one, other) => Number(other.own) - Number(one.own))

/** What holds now, newest first, then what is over. Without a first day: since it was given. */
function nowFirst<T extends { fromOn: Date | null; untilOn: Date | null; givenAt: Date }>(
  all: readonly T[],
): T[] {
  const since = ({ fromOn, givenAt }: T) => (fromOn ?? givenAt).getTime()
  return [...all].sort(
    (one, other) =>
      Number(isOver(one.untilOn)) - Number(isOver(other.untilOn)) || since(other) - since(one),
  )
}

/** People in the person's life, and what makes things easier. */
export function aroundFacts(details: Details): Fact[] {
  return [
    {
      label: 'Relationships',
      several: true,
      values: details.relationships.map((one) => ({
        ...base(one),
        value: [
          labelOf(RELATIONSHIP_KINDS, one.kind),
          one.otherName,
          one.childYear ? `born ${one.childYear}` : null,
          one.responsible ? `responsible: ${one.responsible}` : null,
          one.livesWith ? 'lives with them' : null,
        ]
          .filter(Boolean)
          .join(', '),
        note: one.note ?? undefined,
        span: until(one.endedOn),
        over: isOver(one.endedOn),
      })),
    },
    {
      label: 'What makes it easier',
      several: true,
      values: details.adjustments.map((one) => ({
        ...base(one),
        value: `${labelOf(ADJUSTMENTS, one.kind)}: ${one.detail}`,
        span: until(one.endedOn),
        over: isOver(one.endedOn),
      })),
    },
    {
      label: 'In their own words',
      several: true,
      values: details.ownWords.map((one) => ({
        ...base(one),
        value: one.words,
        note: one.askFirst ?? undefined,
        span: [`said ${formatDate(londonDate(one.saidOn))}`, until(one.endedOn)]
          .filter(Boolean)
          .join(', '),
        over: isOver(one.endedOn),
      })),
    },
  ]
}
