import { addDays } from '@/lib/dates'
import { idFrom } from '@/lib/directory/rules/id-from'
import { STATEMENTS, type Sector } from '@/lib/readiness/statements'
import { random } from '../random'
import { opinions, remarks, steps } from './readiness-data'

const linesOf = (text: string) =>
  text
    .trim()
    .replace(/\n\s+/g, ' ')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

const order: readonly Sector[] = ['lived', 'social', 'public', 'private']
const roles: Record<Sector, string> = {
  lived: 'Uses services in Wrenford',
  social: 'Works for a charity',
  public: 'Works for a public service',
  private: 'Employs or lets',
}
const OWN = 'We would notice if somebody stopped coming'

type Plan = {
  no: number
  name: string
  /** Days from today: opened, last day to answer. */
  opened: number
  lastDay: number
  closed: boolean
  asked: Record<Sector, number>
  answered: Record<Sector, number>
  /** How much nearer to one another sectors are than in the data: 0 not at all. */
  nearer: number
}

const plans: Plan[] = [
  {
    ...{ no: 1, name: 'First round', opened: -430, lastDay: -400, closed: true, nearer: -0.3 },
    asked: { lived: 9, social: 11, public: 12, private: 8 },
    answered: { lived: 6, social: 8, public: 9, private: 4 },
  },
  {
    ...{ no: 2, name: 'Second round', opened: -95, lastDay: -60, closed: true, nearer: 0 },
    asked: { lived: 10, social: 11, public: 11, private: 8 },
    answered: { lived: 7, social: 9, public: 9, private: 5 },
  },
  {
    ...{ no: 3, name: 'Third round', opened: -5, lastDay: 21, closed: false, nearer: 0.2 },
    asked: { lived: 8, social: 8, public: 8, private: 6 },
    answered: { lived: 3, social: 4, public: 3, private: 0 },
  },
]

type Answer = { sector: Sector; sheet: string; itemId: string; score: number | null }

/** Rounds of readiness that nobody answered, as rows by table of the schema `readiness`. */
export function makeReadiness(today: string) {
  const rounds = plans.map((plan) => makeRound(plan, today))
  const action = linesOf(steps).map(([key, words, owner, organisation, due, known, done], at) => ({
    ...{ id: idFrom('practice action', String(at)), item_key: key, words, owner, organisation },
    ...{ due_on: addDays(today, Number(due)), known_by: known, version: 1, invented: true },
    added_at: `${addDays(today, -50)}T09:00:00Z`,
    done_on: done ? addDays(today, Number(done)) : null,
  }))
  const all = <K extends keyof (typeof rounds)[number]>(table: K) =>
    rounds.flatMap((made) => made[table] as object[])
  return {
    round: all('round'),
    item: all('item'),
    invited: all('invited'),
    sheet: all('sheet'),
    answer: all('answer'),
    tally: all('tally'),
    answered: all('answered'),
    comment: all('comment'),
    action,
  }
}

function makeRound(plan: Plan, today: string) {
  const { no, closed, asked, answered } = plan
  const id = idFrom('practice round', String(no))
  const item = [...STATEMENTS, { key: null, part: 'own', words: OWN }].map((one, at) => ({
    ...{ id: idFrom(id, String(at)), round_id: id, no: at + 1, ...one },
  }))
  const at = (days: number) => `${addDays(today, days)}T09:00:00Z`
  const answers = item.flatMap((one) => answersTo(one, plan))
  const sheets = order.flatMap((sector) =>
    Array.from({ length: answered[sector] }, (_, n) => ({ ...sheetOf(id, sector, n), sector })),
  )
  return {
    round: [
      {
        ...{ id, no, name: plan.name, opened_at: at(plan.opened), invented: true },
        closes_on: addDays(today, plan.lastDay),
        closed_at: closed ? at(plan.lastDay + 1) : null,
      },
    ],
    item,
    invited: order.flatMap((sector) =>
      Array.from({ length: asked[sector] }, (_, n) => ({
        ...{ id: idFrom(id, 'invited', sector, String(n)), round_id: id, sector },
        role: roles[sector],
        // An invented hash, of nothing: nobody holds such a link.
        link_hash: closed || n < answered[sector] ? null : `\\x${hashOf(id, sector, n)}`,
        ended_at: null,
      })),
    ),
    sheet: closed ? [] : sheets,
    answer: closed
      ? []
      : answers.map(({ sheet, itemId, score }) => ({ sheet_id: sheet, item_id: itemId, score })),
    tally: closed ? tallied(answers) : [],
    answered: closed
      ? order.flatMap((sector) =>
          answered[sector] > 0 ? [{ round_id: id, sector, n: answered[sector] }] : [],
        )
      : [],
    comment: no === 2 ? commentsOn(item, id, at(-55)) : [],
  }
}

const hashOf = (...parts: (string | number)[]) =>
  idFrom('practice hash', ...parts.map(String)).replaceAll('-', '')
const sheetOf = (round: string, sector: Sector, n: number) => ({
  ...{ id: idFrom(round, 'sheet', sector, String(n)), round_id: round },
  own_hash: `\\x${hashOf(round, 'own', sector, n)}`,
})

function answersTo(item: { id: string; round_id: string; key: string | null }, plan: Plan) {
  const [, means = '4 5 5 5', unsure = '15'] =
    linesOf(opinions).find(([key]) => key === item.key) ?? []
  const middle = means.split(' ').map(Number)
  const centre = middle.reduce((sum, mean) => sum + mean, 0) / middle.length
  return order.flatMap((sector, place): Answer[] => {
    const draw = random(`readiness ${item.id} ${sector}`)
    const mean = (middle[place] ?? 5) + (centre - (middle[place] ?? 5)) * plan.nearer
    return Array.from({ length: plan.answered[sector] }, (_, n) => ({
      ...{ sector, sheet: sheetOf(item.round_id, sector, n).id, itemId: item.id },
      score: draw.chance(Number(unsure) / 150) ? null : draw.bell(mean, 1.3, 1, 10),
    }))
  })
}

function tallied(answers: readonly Answer[]) {
  const counts = new Map<string, { item_id: string; sector: Sector; score: number; n: number }>()
  for (const { itemId, sector, score } of answers) {
    const key = `${itemId} ${sector} ${score ?? 0}`
    const one = counts.get(key) ?? { item_id: itemId, sector, score: score ?? 0, n: 0 }
    counts.set(key, { ...one, n: one.n + 1 })
  }
  return [...counts.values()]
}

const commentsOn = (
  items: readonly { id: string; key: string | null }[],
  round: string,
  decidedAt: string,
) =>
  linesOf(remarks).map(([key, sector, words, came], at) => ({
    ...{ id: idFrom(round, 'comment', String(at)), round_id: round, sector, words },
    item_id: items.find((one) => one.key === key)?.id,
    shown: came === 'shown' ? words : null,
    decided_at: came === 'waits' ? null : decidedAt,
  }))
