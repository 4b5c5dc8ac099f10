import type { AgencyWorld } from '../agencies/agency-types'
import type { Life } from '../lives/types'
import { type StateName, stateChecks } from './choose-lives'
import { practicePassword, withPassword } from './credentials'
import { type SignIn, signInList } from './sign-in-list'

export type PracticeReport = {
  /** False where a practice place was there already and stays. */
  loaded: boolean
  /** Rows written, by table. */
  rows: Record<string, number>
  signIns: SignIn[]
  /** E-mail addresses that have the practice password. */
  withPassword: string[]
  password: string
  /** Ids of people by the name they go by; the hand-written cast first. */
  people: { id: string; name: string }[]
  /** Somebody in each state, for tests. */
  states: Partial<Record<StateName, string>>
}

/** What is kept of the lives that went by. */
export class Seen {
  readonly people: PracticeReport['people'] = []
  readonly states: PracticeReport['states'] = {}

  /** Notes a life: its name, and each state it is the first to be in. */
  add(life: Life): void {
    this.people.push({ id: life.id, name: life.displayName })
    for (const name of Object.keys(stateChecks) as StateName[]) {
      if (stateChecks[name](life)) this.states[name] ??= life.id
    }
  }
}

/** The report of a load, or of a practice place found in being. */
export function report(
  world: AgencyWorld,
  filled: { written: Record<string, number>; seen: Seen } | null,
): PracticeReport {
  return {
    loaded: filled !== null,
    rows: filled?.written ?? {},
    signIns: signInList(world),
    withPassword: withPassword(world).map((user) => user.email),
    password: practicePassword,
    people: filled?.seen.people ?? [],
    states: filled?.seen.states ?? {},
  }
}
