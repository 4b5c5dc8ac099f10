/** One thing that must be in place before anybody real is in here, and how to put it there. */
export type Lack = { key: string; what: string; how: string }

/** What can be told about an installation from its environment. Nothing secret is read. */
type Environment = Readonly<Record<string, string | undefined>>

// What this version can do at all. Each turns true in the change that builds it, and not before.
const built = { singleSignOn: false, secondFactor: false, urgentAccess: false, incidents: false }

const parts: (Lack & { there: (env: Environment) => boolean })[] = [
  {
    key: 'sign-on',
    what: 'Single sign-on',
    how: 'Users sign in with their own organisation’s account. Not built yet.',
    there: () => built.singleSignOn,
  },
  {
    key: 'second-factor',
    what: 'A second factor',
    how: 'A password alone does not open records about people. Not built yet.',
    there: () => built.secondFactor,
  },
  {
    key: 'urgent-access',
    what: 'Urgent access with review',
    how: 'Asked for with a reason, and looked at next day by somebody else. Not built yet.',
    there: () => built.urgentAccess,
  },
  {
    key: 'incidents',
    what: 'What to do when something was shared that should not have been',
    how: 'Freeze, who read it, the person first, the clocks. Not built yet.',
    there: () => built.incidents,
  },
  {
    key: 'owner',
    what: 'The organisation that runs this place',
    how: 'Set OWNER_NAME. The privacy page says it, with whom to ask.',
    there: (env) => Boolean(env.OWNER_NAME?.trim()),
  },
  {
    key: 'dpia',
    what: 'Reference of the data protection impact assessment',
    how: 'Set DPIA_REFERENCE.',
    there: (env) => Boolean(env.DPIA_REFERENCE?.trim()),
  },
  {
    key: 'equality',
    what: 'Reference of the equality impact assessment',
    how: 'Set EQUALITY_REFERENCE.',
    there: (env) => Boolean(env.EQUALITY_REFERENCE?.trim()),
  },
]

/** Everything live mode asks for, with whether it is there. */
export const livePreconditions = (env: Environment = process.env) =>
  parts.map(({ key, what, how, there }) => ({ key, what, how, there: there(env) }))

/** What is missing before real people; empty when nothing is. */
export const missingForLive = (env: Environment = process.env): Lack[] =>
  livePreconditions(env)
    .filter(({ there }) => !there)
    .map(({ key, what, how }) => ({ key, what, how }))

/** Real people cannot be served yet. The message is a list, for whoever starts the service. */
export class NotLiveYet extends Error {
  override name = 'NotLiveYet'
}

/**
 * For start-up: throws when an installation in live mode lacks anything.
 * Practice always passes.
 *
 * @throws NotLiveYet
 */
export function requireLive(mode: 'practice' | 'live', env: Environment = process.env): void {
  if (mode !== 'live') return
  const missing = missingForLive(env)
  if (missing.length === 0) return
  const lines = missing.map(({ what, how }) => `  - ${what}. ${how}`)
  throw new NotLiveYet(['Live mode does not start until these are in place:', ...lines].join('\n'))
}
