import { random } from '../random'
import { practiceUuid } from '../lives/uuid'

/** Agencies, teams and agreements are older than any life. */
const BEFORE = Date.parse('2020-01-01T09:00:00.000Z')

/** The uuid of a thing that has a key of its own: the same for the same seed. */
export const idOf = (seed: number, kind: string, key: string): string =>
  practiceUuid(random(`${kind} ${seed} ${key}`), BEFORE)

/** A uuid for something that follows from an entry, in time with it. */
export const childId = (seed: number, kind: string, of: string, at: string): string =>
  practiceUuid(random(`${kind} ${seed} ${of}`), Date.parse(at))
