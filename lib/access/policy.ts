import { NotPermitted } from '@/lib/errors'

// What each role may do. Rows are the database's job; verbs are decided here and nowhere else.
// Larger roles spread smaller ones. Source: the table of roles in the design's access chapter.
const limited = ['person:open', 'contact:record', 'contact:correct', 'draft:keep'] as const

const practitioner = [
  ...limited,
  'contact:reword',
  'person:search',
  'person:create',
  'person:open-archive',
  'fact:give',
  'fact:end',
  'need:rate',
  'assessment:record',
  'warning:give',
  'warning:end',
  'involvement:start',
  'involvement:end',
  'appointment:book',
  'choice:record',
  'cohort:decide',
  'whereabouts:protect',
  'name:protect',
  'access:limit',
  'harm:link',
  'conflict:declare',
  'death:record',
  'person:print',
] as const

const manager = [...practitioner, 'caseload:view', 'worker:allocate', 'place:view'] as const

const table = {
  limited,
  practitioner,
  manager,
  steward: [
    'transfer:import',
    'identity:review',
    'identity:link',
    'identity:unlink',
    'incident:read',
    'draft:keep',
  ],
  custodian: [
    'person:open',
    'access:limit',
    'identity:review',
    'identity:link',
    'identity:unlink',
    'incident:read',
    'limited:review',
    'draft:keep',
  ],
  commissioner: ['insight:view', 'place:view'],
  officer: [
    'log:read',
    'incident:read',
    'agreement:read',
    'agreement:write',
    'place:view',
    'draft:keep',
  ],
  administrator: [
    'admin:view',
    'admin:write',
    'agreement:read',
    'transfer:count',
    'place:view',
    'draft:keep',
  ],
} as const satisfies Record<string, readonly `${string}:${string}`[]>

/** A role in which a membership acts. */
export type Role = keyof typeof table
/** Something a role may do, as `noun:verb`. */
export type Verb = (typeof table)[Role][number]

/** Every role, in the order of the table. */
export const roles = Object.keys(table) as Role[]

/** Roles in words, for screens. */
export const roleNames: Record<Role, string> = {
  limited: 'Limited worker',
  practitioner: 'Practitioner',
  manager: 'Manager',
  steward: 'Record steward',
  custodian: 'Custodian',
  commissioner: 'Commissioner',
  officer: 'Information officer',
  administrator: 'Administrator',
}

/**
 * May this viewer do this? For drawing a button or a link; the command asks again with `permit`.
 */
export function can(viewer: { role: Role }, verb: Verb): boolean {
  const verbs: readonly string[] = table[viewer.role]
  return verbs.includes(verb)
}

/** Every command begins with this. @throws NotPermitted */
export function permit(viewer: { role: Role }, verb: Verb): void {
  if (!can(viewer, verb)) throw new NotPermitted(`${viewer.role} may not ${verb}`)
}
