import { z } from 'zod'
import { CATEGORIES } from '@/lib/access/categories'
import {
  email,
  id,
  mustTick,
  oneOf,
  optionalText,
  phone,
  requiredText,
  someOf,
  yesNo,
} from '@/lib/fields'
import { AGENCY_KINDS, TEAM_FUNCTIONS } from './lists'
import { ROLES } from './lists'

const teams = z.preprocess(
  (value) => (Array.isArray(value) ? (value as unknown[]) : value ? [value] : []),
  z.array(id()),
)
const role = oneOf(ROLES, 'Select a role')
const jobTitle = optionalText('job title', { max: 80 })

/** A new agency and its first administrator. */
export const agencySchema = z.strictObject({
  name: requiredText('the agency’s name', { max: 80 }),
  institution: requiredText('the institution it belongs to', { max: 80 }),
  kind: oneOf(AGENCY_KINDS, 'Select what kind of agency it is'),
  desk: phone('telephone number'),
  impliesPlace: yesNo('Select yes if its name tells where somebody lives'),
  firstName: requiredText('the first administrator’s name', { max: 80 }),
  firstEmail: email('Enter the first administrator’s email address'),
})
export type NewAgency = z.output<typeof agencySchema>

/** Somebody to run an agency that nobody runs. */
export const firstAdministratorSchema = z.strictObject({
  agency: id(),
  name: requiredText('their name', { max: 80 }),
  email: email(),
})
export type FirstAdministrator = z.output<typeof firstAdministratorSchema>

/** A team, new (no `team`) or changed. */
export const teamSchema = z.strictObject({
  team: id().optional(),
  name: requiredText('the team’s name', { max: 80 }),
  function: oneOf(TEAM_FUNCTIONS, 'Select what the team does'),
  categories: someOf(CATEGORIES, { missing: 'Select what its entries are about' }),
  phone: phone(),
  hours: optionalText('hours', { max: 80 }),
  impliesPlace: yesNo('Select yes if its name tells where somebody is'),
})
export type TeamInput = z.output<typeof teamSchema>

export const endTeamSchema = z.strictObject({
  team: id(),
  why: requiredText('why the team ends', { max: 200, missing: 'Say why the team ends' }),
  sure: mustTick('Tick to say that the team should end at once'),
})

/** A new user of my agency, or another's user who works here too. */
export const userSchema = z.strictObject({
  name: requiredText('their name', { max: 80 }),
  email: email(),
  phone: phone(),
  role,
  jobTitle,
  teams,
})
export type NewUser = z.output<typeof userSchema>

/** One more role for a user of my agency. */
export const membershipSchema = z.strictObject({ user: id(), role, jobTitle, teams })
export type NewMembership = z.output<typeof membershipSchema>

export const endMembershipSchema = z.strictObject({
  user: id(),
  membership: id(),
  sure: mustTick('Tick to say that this role should end at once'),
})

export const endUserSchema = z.strictObject({
  user: id(),
  sure: mustTick('Tick to say that they should be signed out and kept out at once'),
})

/** A value added to a code list. */
export const codeSchema = z.strictObject({
  list: z.string().max(40),
  label: requiredText('what it says', { max: 80 }),
})

/** Offered from now on, or no longer. Old values stay readable. */
export const offerSchema = z.strictObject({
  list: z.string().max(40),
  key: z.string().max(80),
  offered: z.enum(['yes', 'no']),
})
