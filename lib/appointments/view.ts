// The shape that page.dates returns (prisma/security/64-dates.sql). Instants are ISO texts.
import type { PlainDate } from '@/lib/dates'

export type DateHeld = {
  id: string
  startsAt: string
  minutes: number
  kind: string
  agreedOn: PlainDate | null
  movedFrom: string | null
  outcome: string | null
  missedWhy: string | null
  cancelledBy: string | null
  otherAt: string | null
  otherAnswer: 'accepted' | 'declined' | null
  otherAgency: string | null
  place: string | null
  lon: number | null
  lat: number | null
  worker: string | null
  agency: string
  own: boolean
  source: string
  version: number
}

/** A time that does not work, in minutes from midnight; no weekday is every day. */
export type HardTime = {
  id: string
  weekday: number | null
  fromMinute: number
  toMinute: number
  saidOn: PlainDate
  own: boolean
}

export type Dates = { dates: DateHeld[]; hard: HardTime[] }
