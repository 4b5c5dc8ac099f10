import { anyPool } from '../names/cultures'
import { fullName } from '../names/full-name'
import type { Random } from '../random'
import { random } from '../random'
import type { Membership, PracticeUser } from './agency-types'
import { agencies } from './agency-data'
import type { Post } from './roster-data'
import { posts } from './roster-data'
import { practiceUuid } from '../lives/uuid'

const STARTED = -1900
/** Users and memberships are older than any life; any fixed instant does. */
const BEFORE = Date.parse('2020-01-01T09:00:00.000Z')

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(
      /[łøđı]/gi,
      (letter) => ({ ł: 'l', ø: 'o', đ: 'd', ı: 'i' })[letter.toLowerCase()] ?? '',
    )
    .replace(/[^a-zA-Z -]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[ -]+/g, '.')

function freshName(rng: Random, taken: Set<string>): string {
  for (;;) {
    const made = fullName(rng, anyPool(rng), rng.chance(0.65) ? 'female' : 'male')
    const name = made.order === 'single' ? '' : `${made.given} ${made.family}`
    if (name !== '' && !taken.has(name)) return name
  }
}

const domain = (agencyKey: string) => {
  const agency = agencies.find((a) => a.key === agencyKey)
  return `${plain(agency?.shortName ?? agencyKey).replaceAll('.', '-')}.example`
}

/** Which posts are held a second time by somebody: [holder's team and role, second post]. */
const second: [string, string, Omit<Post, 'jobTitle'>][] = [
  [
    'hf-team',
    'practitioner',
    { teamKey: 'lantern-outreach', agencyKey: 'lantern', role: 'practitioner' },
  ],
  ['dna-clinic', 'practitioner', { teamKey: 'gp-practice', agencyKey: 'gp', role: 'practitioner' }],
  [
    'cmh-crisis',
    'practitioner',
    { teamKey: 'hospital-liaison', agencyKey: 'hospital', role: 'practitioner' },
  ],
  [
    'options-temporary',
    'practitioner',
    { teamKey: 'options-assessment', agencyKey: 'options', role: 'practitioner' },
  ],
  ['haven-refuge', 'manager', { teamKey: 'haven-community', agencyKey: 'haven', role: 'manager' }],
  ['asc-duty', 'manager', { teamKey: 'asc-longterm', agencyKey: 'asc', role: 'manager' }],
  ['desk-team', 'record_steward', { teamKey: null, agencyKey: 'desk', role: 'administrator' }],
  [
    'lantern-centre',
    'limited_worker',
    { teamKey: 'dna-recovery', agencyKey: 'dna', role: 'limited_worker' },
  ],
]

/** Everyone who signs in, and what they may sign in as. Same seed, same people. */
export function makeStaff(seed: number): { users: PracticeUser[]; memberships: Membership[] } {
  const rng = random(`staff ${seed}`)
  const taken = new Set(posts.flatMap((p) => (p.name ? [p.name] : [])))
  const users: PracticeUser[] = []
  const memberships: Membership[] = []
  const join = (userKey: string, post: Omit<Post, 'jobTitle'>) =>
    memberships.push({
      id: practiceUuid(rng, BEFORE),
      userKey,
      agencyKey: post.agencyKey,
      teamKey: post.teamKey,
      role: post.role,
      fromDay: post.fromDay ?? STARTED,
      untilDay: post.untilDay ?? null,
    })
  posts.forEach((post, i) => {
    const name = post.name ?? freshName(rng, taken)
    taken.add(name)
    const key = plain(name)
    users.push({
      key,
      id: practiceUuid(rng, BEFORE),
      name,
      email: `${key}@${domain(post.agencyKey)}`,
      phone: post.phone ?? `01632 960${String(195 + i).padStart(3, '0')}`,
      jobTitle: post.jobTitle,
      pronouns: post.pronouns ?? (rng.chance(0.3) ? rng.pick(['she/her', 'he/him']) : null),
    })
    join(key, post)
  })
  for (const [teamKey, role, post] of second) {
    const holder = memberships.find((m) => m.teamKey === teamKey && m.role === role)
    if (holder) join(holder.userKey, post)
  }
  return { users, memberships }
}
