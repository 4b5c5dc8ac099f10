import { NotPermitted } from '@/lib/errors'

/** Roles in words, for screens, from those who work with people to those who keep the service. */
export const roleNames = {
  limited: 'Limited worker',
  practitioner: 'Practitioner',
  manager: 'Manager',
  steward: 'Record steward',
  custodian: 'Custodian',
  commissioner: 'Commissioner',
  officer: 'Information officer',
  administrator: 'Administrator',
} as const

/** A role in which a membership acts. */
export type Role = keyof typeof roleNames

/** Every role, in the order of the names. */
export const roles = Object.keys(roleNames) as Role[]

/** Roles that belong to the partnership desk alone. */
export const rolesOfTheDesk: readonly Role[] = ['custodian', 'commissioner']

/**
 * Everything that some role may do, as `noun:verb`. Which role may do what stands in the database
 * (prisma/security/15-verbs.sql) and nowhere else: the policies ask it there, and a viewer comes
 * with the verbs of the role acted in.
 */
export const verbs = [
  'access:limit',
  'admin:view',
  'admin:write',
  'agreement:read',
  'agreement:write',
  'appointment:book',
  'assessment:record',
  'caseload:view',
  'choice:record',
  'cohort:decide',
  'conflict:declare',
  'contact:correct',
  'contact:record',
  'contact:reword',
  'death:record',
  'draft:keep',
  'fact:end',
  'fact:give',
  'handover:answer',
  'handover:ask',
  'harm:link',
  'identity:link',
  'identity:review',
  'identity:unlink',
  'incident:read',
  'insight:view',
  'involvement:end',
  'involvement:start',
  'limited:review',
  'log:read',
  'name:protect',
  'need:rate',
  'notice:put-away',
  'person:create',
  'person:open',
  'person:open-archive',
  'person:print',
  'person:search',
  'place:correct',
  'place:curate',
  'place:view',
  'plan:write',
  'proposition:write',
  'publication:agree',
  'publication:ask',
  'readiness:lead',
  'referral:answer',
  'referral:send',
  'role:agree',
  'role:answer',
  'service:find',
  'sharing:confirm',
  'transfer:count',
  'transfer:import',
  'waiting:decide',
  'warning:end',
  'warning:give',
  'whereabouts:protect',
  'worker:allocate',
] as const

export type Verb = (typeof verbs)[number]

/** Who may do something: a viewer, with the verbs of their role. */
type Doer = { role: Role; verbs: readonly Verb[] }

/**
 * May this viewer do this? For drawing a button or a link; the command asks again with `permit`.
 */
export function can(viewer: Doer, verb: Verb): boolean {
  return viewer.verbs.includes(verb)
}

/** Every command begins with this. @throws NotPermitted */
export function permit(viewer: Doer, verb: Verb): void {
  if (!can(viewer, verb)) throw new NotPermitted(`${viewer.role} may not ${verb}`)
}
