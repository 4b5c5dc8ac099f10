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
import { checkIdentifier, IDENTIFIER_TYPES, type IdentifierType } from '@/lib/people/identifiers'
import { ruleWords, type RuleSaid, wholeName } from '@/lib/people/identity'
import { ANSWERS, isUnsaid } from './answers'
import type { Details } from './queries'

type Said = { id: string; by: string; when: string }
const base = ({ id, by, when }: Said) => ({ id, by, when })

/** `until 4 May 2026`, for what has ended. */
const until = (date: Date | null) => (date ? `until ${formatDate(londonDate(date))}` : undefined)
/** A date of birth does not end: it was found to be wrong. */
const wrong = (date: Date | null) => (date ? `found wrong ${formatDate(londonDate(date))}` : null)
const sourceWords = (source: string | null) =>
  source === null ? undefined : labelOf(FACT_SOURCES, source)
/** A day that has come: what ended on it is no longer so. */
const isOver = (date: Date | null) => date !== null && londonDate(date) <= today()
const span = (from: Date | null, to: Date | null) =>
  [from ? `from ${formatDate(londonDate(from))}` : null, until(to)].filter(Boolean).join(' ') ||
  undefined

/**
 * Names, dates of birth and what else says who somebody is, as rows of agencies' values side by
 * side.
 */
export function identityFacts(details: Details) {
  return [
    ...NAME_KINDS.map(({ key, label }) => ({
      label,
      values: details.names
        .filter(({ kind }) => kind === key)
        .map((name) => ({
          ...base(name),
          value: wholeName(name),
          note: span(name.usedFrom, name.usedUntil),
          over: isOver(name.usedUntil),
        })),
    })).filter(({ values }) => values.length > 0),
    {
      label: 'Date of birth',
      values: details.births
        .filter(({ year }) => year !== null)
        .map((birth) => ({
          ...base(birth),
          value: formatPartialDate({ ...birth, year: birth.year ?? 0 }),
          over: birth.endedOn !== null,
          note:
            [birth.estimated ? 'Estimated' : sourceWords(birth.source), wrong(birth.endedOn)]
              .filter(Boolean)
              .join(', ') || undefined,
        })),
    },
    ...ANSWERS.map(({ label, key, say }) => ({
      label,
      notAsked: true,
      values: details.identity.flatMap((one) => {
        const value = say(one)
        const note = sourceWords(one.source)
        return value ? [{ ...base(one), value, note, over: false, unsaid: isUnsaid(one[key]) }] : []
      }),
    })),
  ]
}

/** Numbers agencies know the person by, by kind; a failed check is said and the number kept. */
/** What the check of a number found, in words. */
const NUMBER_NOTES: Readonly<Record<string, string>> = {
  warning: 'The check does not fit: may be mistyped',
  none: 'Not a number: kept as it was given',
}

export function numberFacts(details: Details) {
  return IDENTIFIER_TYPES.map(({ key, label }) => ({
    label,
    several: key === 'local',
    values: details.identifiers
      .filter(({ type }) => type === key)
      .map((number) => ({
        ...base(number),
        over: number.endedOn !== null,
        value: checkIdentifier(number.type as IdentifierType, number.value).display,
        note:
          [NUMBER_NOTES[number.checkState] ?? null, until(number.endedOn)]
            .filter(Boolean)
            .join(', ') || undefined,
      })),
  })).filter(({ values }) => values.length > 0)
}

/** Telephone numbers, e-mails and the agreed ways of reaching the person. */
export function reachFacts(details: Details) {
  return [
    {
      label: 'How to reach them safely',
      several: true,
      values: details.safeContacts.map((rule) => ({
        ...base(rule),
        value: ruleWords(rule as RuleSaid) || labelOf(CHANNELS, rule.channel),
        note: until(rule.endedOn),
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
          note: [reach.note, until(reach.endedOn)].filter(Boolean).join(', ') || undefined,
        })),
    })),
  ]
}

/**
 * Where the person stays and has stayed; while whereabouts are protected, what one's own agency
 * wrote, unless this team is named.
 */
export function whereFacts(details: Details) {
  return [
    {
      label: 'Living situation',
      values: details.living.map((one) => ({
        ...base(one),
        value: [livingWords(one.code), one.areaName].filter(Boolean).join(', '),
        note: span(one.fromOn, one.untilOn),
        over: isOver(one.untilOn),
      })),
    },
    {
      label: 'Address',
      values: nowFirst(details.addresses).map((one) => ({
        ...base(one),
        value: [one.lines.replace(/\n+/g, ', '), one.postcode].filter(Boolean).join(', '),
        note: span(one.fromOn, one.untilOn),
        over: isOver(one.untilOn),
      })),
    },
  ]
}

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
export function aroundFacts(details: Details) {
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
        note: [one.note, until(one.endedOn)].filter(Boolean).join(', ') || undefined,
      })),
    },
    {
      label: 'What makes it easier',
      several: true,
      values: details.adjustments.map((one) => ({
        ...base(one),
        value: `${labelOf(ADJUSTMENTS, one.kind)}: ${one.detail}`,
        note: until(one.endedOn),
      })),
    },
    {
      label: 'In their own words',
      several: true,
      values: details.ownWords.map((one) => ({
        ...base(one),
        value: one.words,
        note: [`said ${formatDate(londonDate(one.saidOn))}`, one.askFirst, until(one.endedOn)]
          .filter(Boolean)
          .join('. '),
      })),
    },
  ]
}
