import { REFUSAL_REASONS } from '@/lib/codes'
import type { Category, Variable } from './rules/declared-table'

/**
 * What is so of somebody, any number at a time: these answers add up to nothing, so each can be
 * published without another look at everybody. The keys are those that the extract's `marks` hold
 * (prisma/security/92a-marks.sql); `base` is who is asked at all.
 */
const markOf = (key: string, label: string, base: string, categories: Category[]): Variable => ({
  ...{ key, label, categories, base },
  ...{ sensitive: true, exclusive: false, combinations: false },
})

/** Seen within so many days of being referred: the three that services are held to. */
export const waitDays = [7, 28, 56] as const

/** Variables whose answers are marks. Cut points stand for the life of the programme. */
export const marks = {
  unsure: markOf('unsure', 'Records that wait', 'people', [
    { key: 'people', label: 'People in touch' },
    { key: 'pair_waits', label: 'With a record that may be of somebody else counted' },
  ]),
  joined: markOf('joined', 'Were all suggested pairs one person', 'joined_several', [
    { key: 'joined_several', label: 'Two or more needs now' },
    { key: 'joined_agencies_2', label: 'In touch with two agencies' },
    { key: 'joined_agencies_3', label: 'In touch with three agencies' },
    { key: 'joined_agencies_4', label: 'In touch with four agencies or more' },
  ]),
  left_out: markOf('left_out', 'Left out', 'left_out', [
    { key: 'left_out', label: 'Left out, whichever way' },
    { key: 'objected', label: 'Objected to sharing everything' },
    { key: 'not_counted', label: 'Asked not to be counted for planning' },
  ]),
  flow: markOf('flow', 'What came of the first referral', 'referred', [
    { key: 'referred', label: 'Referred' },
    { key: 'accepted', label: 'Accepted' },
    { key: 'started', label: 'Work started' },
    { key: 'refused', label: 'Declined' },
    { key: 'dropped', label: 'Taken back, or ended before an answer' },
    { key: 'waits', label: 'No answer yet' },
    ...waitDays.map((days) => ({ key: `seen_${days}`, label: `Seen within ${days} days` })),
  ]),
  refusal: markOf('refusal', 'Why it was declined', 'declined', [
    { key: 'declined', label: 'Declined at least once' },
    ...REFUSAL_REASONS.map(({ key, label }) => ({ key: `declined_${key}`, label })),
  ]),
  activity: markOf('activity', 'What is so of them', 'people', [
    { key: 'people', label: 'People in touch' },
    { key: 'kept', label: 'Seen or spoken to at least once' },
    { key: 'not_kept', label: 'Not seen, or no reply, at least once' },
    { key: 'cancelled_by_us', label: 'Cancelled by an agency at least once' },
    { key: 'plan_open', label: 'With a goal or an action that is open' },
    { key: 'unsettled', label: 'With no settled address' },
    { key: 'young_work', label: '18 to 24, with work and skills as a need now' },
  ]),
  direction: markOf('direction', 'Domestic abuse', 'abuse', [
    { key: 'abuse', label: 'Domestic abuse now, either way' },
    { key: 'harmed_by', label: 'Harmed by someone' },
    { key: 'causing_harm', label: 'Causing harm' },
  ]),
  outcome: markOf('outcome', 'What became of them', 'people', [
    { key: 'people', label: 'People in touch' },
    { key: 'work_ended', label: 'A team’s work with them ended' },
    { key: 'work_finished', label: 'Some of it as planned' },
    { key: 'lost_touch', label: 'Some of it since touch was lost' },
    { key: 'goal_ended', label: 'A goal of theirs was closed' },
    { key: 'goal_met', label: 'Some goal met' },
    { key: 'treatment', label: 'Began drug or alcohol treatment' },
    { key: 'treatment_kept', label: 'Still in it twelve weeks later' },
    { key: 'housed', label: 'Moved into a settled home' },
    { key: 'housed_6', label: 'Still settled six months later' },
    { key: 'housed_12', label: 'Still settled twelve months later' },
    { key: 'died', label: 'Died' },
  ]),
} as const satisfies Record<string, Variable>
