import { formatDateTime } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'

type Asked = { by: string | null; agency: string; askedAt: string }

/** What an act takes away, by the word that it is kept under. */
const acts = {
  bar: 'Bar a worker',
  death: 'Somebody has died',
  name: 'Name somebody on limited access',
  unname: 'Take somebody off limited access',
  'end-limit': 'End limited access',
  'end-whereabouts': 'End the protection of whereabouts',
  'protect-whereabouts': 'Protect whereabouts',
  'protect-name': 'Protect a name',
  'leave-cohort': 'Take somebody out of a cohort',
  objection: 'They objected to sharing',
} as const

export type ActKind = keyof typeof acts

const known = (kind: string): kind is ActKind => Object.hasOwn(acts, kind)

/** What was asked for, with whom it is about where it is a worker. */
export function actWords(kind: string, about: string | null): string {
  if (!known(kind)) return 'Something has changed'
  if (about === null) return acts[kind]
  return acts[kind].replace(/a worker|somebody/i, about)
}

const effects: Record<ActKind, { agreed: string; undone: string }> = {
  bar: {
    agreed:
      'From this moment they cannot open, find or count this person, whatever else lets them.',
    undone: 'They can open this person again, if their work lets them.',
  },
  death: {
    agreed:
      'Your agency’s work with this person ends today and its coming appointments are cancelled.',
    undone: 'Work and coming appointments that this ended are as they were.',
  },
  name: { agreed: 'They can open this person.', undone: 'They are no longer named.' },
  unname: {
    agreed: 'From this moment they can no longer open this person.',
    undone: 'They are named again.',
  },
  'end-limit': {
    agreed: 'From this moment everybody whose team works with this person can open the record.',
    undone: 'Access is limited again, to those who were named.',
  },
  'end-whereabouts': {
    agreed: 'From this moment everybody the agreement lets through sees where they are.',
    undone: 'Whereabouts are protected again, for the teams that were named.',
  },
  'protect-whereabouts': {
    agreed: 'Where they are is hidden from all but the teams that are named.',
    undone:
      'This protection ends: unless another agency protects them, everybody the agreement lets through sees where they are.',
  },
  'protect-name': {
    agreed: 'Other agencies no longer see the names that this agency gave, or names like them.',
    undone: 'This protection ends: names are shared as agreed.',
  },
  objection: {
    agreed:
      'What this agency gives is held back from other agencies, as they asked, until you say why it does not hold. Safety goes on.',
    undone: 'It waits for an answer again, and holds back what this agency gives until then.',
  },
  'leave-cohort': {
    agreed: 'From this moment nothing but safety is shared about them under that agreement.',
    undone: 'They are in the cohort again.',
  },
}

/** Who asked and when, as far as the reader may know. */
export const askedWords = ({ by, agency, askedAt }: Asked): string =>
  [by, by ? agency : firstCapital(agency), formatDateTime(new Date(askedAt))]
    .filter(Boolean)
    .join(', ')

/** What agreeing does, in a sentence. */
export const agreedWords = (kind: string): string => (known(kind) ? effects[kind].agreed : '')

/** What undoing does, in a sentence. */
export const undoneWords = (kind: string): string => (known(kind) ? effects[kind].undone : '')
