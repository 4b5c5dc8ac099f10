import { countInWords } from '@/lib/count-in-words'
import { formatDate, formatShortDate, type PlainDate } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'
import { joinWords } from '@/lib/join-words'
import { nearness, standingOf, type Agreement, type GoalNow } from './rules'
import type { Asked, PlanAction } from './view'

const agreements: Record<Agreement, string> = {
  agreed: 'agreed',
  agreed_in_part: 'agreed in part',
  told: 'told',
  said_no: 'said no',
  not_asked: 'not yet asked',
}

/** `agreed in part` */
export const agreementWords = (agreement: Agreement): string => agreements[agreement]

/** `Danny’s plan: two goals agreed, one not yet asked` */
export function planTitle(whose: string, goals: readonly GoalNow[]): string {
  if (goals.length === 0) return `${whose}: no goals yet`
  const counted = (Object.keys(agreements) as Agreement[]).flatMap((agreement) => {
    const many = goals.filter((goal) => goal.agreement === agreement).length
    return many === 0 ? [] : [{ agreement, many }]
  })
  const parts = counted.map(({ agreement, many }, i) => {
    const noun = i > 0 ? '' : many === 1 ? ' goal' : ' goals'
    return `${countInWords(many)}${noun} ${agreements[agreement]}`
  })
  return `${whose}: ${parts.join(', ')}`
}

/** A goal as its heading: in quotation marks only where the words are the person's. */
export const goalWords = ({ words, saidBy }: Pick<GoalNow, 'words' | 'saidBy'>): string =>
  saidBy === 'person' ? `“${words}”` : words

/** `In Danny’s words, 3 November`, or who put it forward. */
export function goalFrom(goal: GoalNow, name: string, now: PlainDate): string {
  const on = formatShortDate(goal.givenOn, now)
  return goal.saidBy === 'person'
    ? `In ${name}’s words, ${on}`
    : `Put forward by ${goal.agency} on ${on}, in their words`
}

/** `due tomorrow`, `was due 3 November`, `done 4 December`. */
export function dueWords(action: PlanAction, now: PlainDate): string {
  const on = (date: PlainDate) => formatShortDate(date, now)
  if (action.doneOn) return `done ${on(action.doneOn)}`
  if (action.notDoneOn) return `not done, ${on(action.notDoneOn)}`
  if (!action.dueOn) return 'no date'
  if (action.dueOn === now) return 'due today'
  return `${nearness(action.dueOn, now) === 'late' ? 'was due' : 'due'} ${on(action.dueOn)}`
}

/** `moved from 3 November: the bank was shut`; null where the date stands as it was set. */
export function movedWords({ movedFrom, movedWhy }: PlanAction, now: PlainDate): string | null {
  if (!movedWhy) return null
  return `${movedFrom ? `moved from ${formatShortDate(movedFrom, now)}` : 'given a date'}: ${movedWhy}`
}

/** Who does it, as far as the reader may know. */
export const ownerWords = (
  { byPerson, mine, owner, ownerAgency }: PlanAction,
  name: string,
): string =>
  byPerson
    ? name
    : mine
      ? 'You'
      : [owner ?? 'a worker of another service', ownerAgency].filter(Boolean).join(', ')

/** Whether the owner said that they do it: having seen it is not that. */
export function takenWords(action: PlanAction, now: PlainDate): string | null {
  if (action.byPerson || standingOf(action) !== 'open') return null
  return action.takenOn
    ? `took it on ${formatShortDate(action.takenOn, now)}`
    : 'named, and has not taken it on yet'
}

const yesNo = (said: boolean | null) => (said === null ? null : said ? 'Yes' : 'No')

/** How somebody was asked about a goal: pairs for a list, null where it is not known. */
export function askedRows(asked: Asked): { term: string; value: string | null }[] {
  return [
    { term: 'When', value: formatDate(asked.askedOn) },
    { term: 'How', value: asked.how },
    { term: 'Who was there', value: asked.present },
    { term: 'Seen alone', value: yesNo(asked.seenAlone) },
    { term: 'Free to say no', value: yesNo(asked.freeToSay) },
    { term: 'Asked by', value: firstCapital(asked.agency) },
  ]
}

/** Why a yes does not stand as agreement; null where it does. */
export function notCounted(asked: Asked): string | null {
  const why = [
    asked.seenAlone === false ? 'they were not seen alone' : '',
    asked.freeToSay === false ? 'a no would have cost them something' : '',
  ].filter(Boolean)
  return asked.answer.startsWith('agreed') && why.length > 0
    ? `They said yes, and ${joinWords(why)}: that does not count as agreed.`
    : null
}

/** `Five people do something in the next four weeks, Danny among them` */
export function doersWords(
  { people, person }: { people: number; person: boolean },
  name: string,
): string {
  if (people === 0) return 'Nobody has anything to do in the next four weeks'
  const who = people === 1 ? 'one person does' : `${countInWords(people)} people do`
  const among = person ? (people === 1 ? `: ${name}` : `, ${name} among them`) : ''
  return firstCapital(`${who} something in the next four weeks${among}`)
}
