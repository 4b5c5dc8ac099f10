import { tableOfProfile } from '@/lib/insight/rules/protection-profiles'
import { withheldReason } from '@/lib/insight/rules/withheld-rows'
import { type AttackResult, tallyInference } from './attack-result'
import { isDrawn, makeCrowd } from './groups'
import { attackOn, isWhole, type Method, methodsAndKeys, type Published } from './methods'
import type { Person } from './population'

const trials = 1000

/** How likely a count is to be shown as it is: by the table, or by the rule. */
function likelihood(method: Method, published: Published, n: number): number {
  const { shown } = published
  if (!isDrawn(method)) {
    const { low, high } = method.bounds(published)
    return n >= low && n <= high ? 1 : 0
  }
  if (n === 0) return shown === 0 ? 1 : 0
  const { rows } = tableOfProfile('open')
  const row = rows[Math.min(n, rows.length - 1)] ?? []
  const entry = row.find(({ v }) => n + v === shown)
  return entry === undefined ? 0 : entry.to - entry.from
}

/** A cell that the target may be in: those who are known to be, and who else may be. */
interface Known {
  inside: Person[]
  total: number
}

/**
 * Somebody knows the attribute of everybody in a group but one, or but two, and wants that of one:
 * even odds beforehand. They reckon with the method's own chances, as anybody may. In the last
 * form they know everybody in the place but one, and read five tables in which that one counts.
 */
export const playInsiders = (): AttackResult[] =>
  [
    { attack: 'insider who knows all but one', others: 0, tables: 1 },
    { attack: 'insider who knows all but two', others: 1, tables: 1 },
    { attack: 'insider who knows all but one, five tables', others: 0, tables: 5 },
  ].flatMap(({ attack, others, tables }) =>
    methodsAndKeys.map((method) => {
      const crowd = makeCrowd(attack)
      const results = Array.from({ length: trials }, () => {
        const target = crowd.person()
        const hasIt = crowd.rng.chance(0.5)
        const other = crowd.people(others).filter(() => crowd.rng.chance(0.5))
        const cells = Array.from({ length: tables }, (): Known => {
          const total = crowd.rng.int(12, 40)
          return { inside: crowd.people(crowd.rng.int(4, total - 4)), total }
        })
        let [withIt, withoutIt] = [1, 1]
        for (const { inside, total } of cells) {
          const members = [...inside, ...other, ...(hasIt ? [target] : [])]
          if (isWhole(method) && isWithheld(members.length, total)) continue
          const published = method.publish(members)
          const at = (n: number) =>
            others === 0
              ? likelihood(method, published, n)
              : (likelihood(method, published, n) + likelihood(method, published, n + 1)) / 2
          withIt *= at(inside.length + 1)
          withoutIt *= at(inside.length)
        }
        return judge(withIt, withoutIt, hasIt)
      })
      return tallyInference(attackOn(method, attack), method.name, results)
    }),
  )

function judge(withIt: number, withoutIt: number, hasIt: boolean) {
  // Where both are as likely, a guess is right every other time: told from a coin, not from luck.
  const isProved = withIt === 0 || withoutIt === 0
  const right = withIt === withoutIt ? false : withIt > withoutIt === hasIt
  return { right, rightWithout: withIt === withoutIt ? 0 : 0.5, proved: isProved && right }
}

function isWithheld(having: number, total: number): boolean {
  const counts = [having, total - having]
  return withheldReason({ total, counts, sensitive: true, exclusive: true }) !== undefined
}

/**
 * One person leaves a group of thirty between two publications, and the reader knows who: did the
 * count of those with the attribute change? With a value that is drawn anew, any change says yes.
 */
export const playSingleChurn = (): AttackResult[] =>
  methodsAndKeys.map((method) => {
    const crowd = makeCrowd('single churn')
    const results = Array.from({ length: trials }, () => {
      const target = crowd.person()
      const hasIt = crowd.rng.chance(0.5)
      const stay = crowd.people(crowd.rng.int(6, 24))
      const before = method.publish(hasIt ? [target, ...stay] : stay)
      const after = method.publish(stay, before)
      const moved = before.shown !== after.shown
      const cannotTell = after === before
      return {
        right: !cannotTell && moved === hasIt,
        rightWithout: cannotTell ? 0 : 0.5,
        proved: moved,
      }
    })
    return tallyInference(attackOn(method, 'churn of a single person'), method.name, results)
  })

/**
 * One person leaves each quarter, and the reader knows who. A value that changes says that at
 * least so many of those who left since the last change had the attribute: with a repeated value
 * three, else one. Proved are those of whom all must have had it.
 */
export const playLongChurn = (): AttackResult[] =>
  methodsAndKeys.map((method) => {
    const crowd = makeCrowd('long churn')
    const results = Array.from({ length: trials / 20 }, () => {
      const leavers = crowd.people(16).map((person) => ({ person, hasIt: crowd.rng.chance(0.5) }))
      const stay = crowd.people(crowd.rng.int(10, 24))
      let last: Published | undefined
      let since: boolean[] = []
      const told: { right: boolean; rightWithout: number; proved: boolean }[] = []
      for (let gone = 0; gone <= leavers.length; gone++) {
        const left = leavers.slice(gone).filter(({ hasIt }) => hasIt)
        const now = method.publish([...left.map(({ person }) => person), ...stay], last)
        const changed = last !== undefined && now.shown !== last.shown
        if (gone > 0) since.push(leavers[gone - 1]?.hasIt ?? false)
        // Of one who left, a change tells; of three, only where no fourth left since.
        const few = isWhole(method) ? (since.length === 3 ? since : []) : since.slice(-1)
        if (changed) {
          told.push(...few.map((hasIt) => ({ right: hasIt, rightWithout: 0.5, proved: hasIt })))
        }
        if (changed) since = []
        last = now
      }
      const untold = leavers.length - told.length
      return [...told, ...Array.from({ length: untold }, () => ({ right: false, rightWithout: 0 }))]
    }).flat()
    return tallyInference(
      attackOn(method, 'churn of single people, sixteen quarters'),
      method.name,
      results,
    )
  })

/**
 * A group all of whom have the attribute is the same set as its cell, and shown as the same
 * number. Half of the groups are such; of the others one to five people are without. The reader of
 * `ours` knows the rule and takes a withheld breakdown for a sign that all have it.
 */
export const playEqualSets = (): AttackResult[] =>
  methodsAndKeys.map((method) => {
    const crowd = makeCrowd('equal sets')
    const results = Array.from({ length: trials }, () => {
      const group = crowd.people(crowd.rng.int(10, 40))
      const all = crowd.rng.chance(0.5)
      const having = all ? group : group.slice(crowd.rng.int(1, 5))
      if (isWhole(method) && isWithheld(having.length, group.length)) {
        return { right: all, rightWithout: 0.5, proved: false }
      }
      const whole = method.publish(group)
      const part = method.publish(having)
      const looksAll = whole.shown === part.shown
      const proved = all && method.bounds(part).low >= method.bounds(whole).high
      return { right: looksAll === all, rightWithout: 0.5, proved }
    })
    return tallyInference(
      attackOn(method, 'group and attribute are the same people'),
      method.name,
      results,
    )
  })
