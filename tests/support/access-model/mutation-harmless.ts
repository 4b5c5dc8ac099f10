/** A change that nothing can notice, and why. Each must still be met, or the list is stale. */
export type Harmless = { where: RegExp; change: RegExp; why: string }

export const harmless: Harmless[] = [
  {
    where: /^policy give of /,
    change: /given_by|person_access|person_id/,
    why: 'the header of an entry is written from the session, and refused, before the policy asks',
  },
  {
    where: /^policy amend of /,
    change: /my_own\(4\) -> my_own\(3\)/,
    why: 'the agency of an entry cannot change, so its check says again what the condition said',
  },
  {
    where: /^policy see of change/,
    change: /level > 3/,
    why: 'what is open at content is open at headline: asking for more of a headline opens nothing',
  },
  {
    where: /^function me$/,
    change: /token is null/,
    why: 'the hash of nothing is nothing, and no session has it',
  },
]
