// The shape that prisma/security/75d-plan.sql returns. Dates are plain dates.
import type { PlainDate } from '@/lib/dates'

export type Goal = {
  id: string
  words: string
  saidBy: 'person' | 'agency'
  followsId: string | null
  givenOn: PlainDate
  endedOn: PlainDate | null
  outcome: string | null
  agency: string
  own: boolean
  version: number
}

export type PlanAction = {
  id: string
  goalId: string | null
  words: string
  /** The person's own step. */
  byPerson: boolean
  /** The reader is named as its owner. */
  mine: boolean | null
  /** Null where the owner may not be named to this reader. */
  owner: string | null
  ownerAgency: string | null
  takenOn: PlainDate | null
  dueOn: PlainDate | null
  movedFrom: PlainDate | null
  movedWhy: string | null
  doneOn: PlainDate | null
  notDoneOn: PlainDate | null
  notDoneWhy: string | null
  givenOn: PlainDate
  agency: string
  own: boolean
  version: number
}

export type Asked = {
  goalId: string
  answer: 'agreed' | 'agreed_in_part' | 'told' | 'said_no'
  askedOn: PlainDate
  how: string | null
  present: string | null
  seenAlone: boolean | null
  freeToSay: boolean | null
  agency: string
}

export type Review = {
  id: string
  plannedFor: PlainDate
  heldOn: PlainDate | null
  outcome: string | null
  present: string | null
  agency: string
  own: boolean
  version: number
}

export type Strength = { id: string; words: string; saidOn: PlainDate; own: boolean }

export type HeldPlan = {
  id: string
  kind: string
  agreedOn: PlainDate
  reviewOn: PlainDate | null
  agency: string
  own: boolean
  phone: string | null
}

export type Plan = {
  goals: Goal[]
  actions: PlanAction[]
  asked: Asked[]
  reviews: Review[]
  strengths: Strength[]
  held: HeldPlan[]
}
