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
  {
    where: /^function decide$/,
    change: /^y\.(agreement_id|agency_id) =/,
    why: "terms name only agreements of the viewer's agency; whoever brings others: oracles.test.ts",
  },
  {
    where: /^function decide$/,
    change:
      /^(c\.person_id = of_person|c\.withdrawn_at is null|r\.person_id|not r\.confirmed|spoke)/,
    why: 'only whether it is worth asking; the question itself is asked of the person again',
  },
  {
    where: /^function decide$/,
    change: /^(unsure -> true|not spoke -> false)/,
    why: 'a short cut: where every link is sure, or nothing was said, the answer is the same',
  },
  {
    where: /^function decide$/,
    change: /^given <> '\{\}' -> true/,
    why: 'what has no category is refused some lines on',
  },
  {
    where: /^function decide$/,
    change: /^t\.term like/,
    why: 'a term that is no consent has no second part, and no cohort has an empty name',
  },
  {
    where: /^function consented$/,
    change: /^c\.kind = 'consent'/,
    why: 'no objection names an agreement',
  },
  {
    where: /^function (terms_at|my_granted)$/,
    change: /^(v|me)\.role is null -> false/,
    why: 'nobody has no teams, no keys and no agency either',
  },
  {
    where: /^function terms_of$/,
    change: /^v\.role in /,
    why: 'terms_at, the only one to ask, has said so before',
  },
  {
    where: /^function terms_of$/,
    change: /^t\.giver_agency_id <> v\.agency_id/,
    why: "one's own agency's entries are open to the same people without a term",
  },
  {
    where: /^function level_now$/,
    change: /^ends_at is null/,
    why: 'it is asked only of what has an end',
  },
  {
    where: /^function (may_locate_as|may_name)$/,
    change: /^not access\.knows/,
    why: 'to who has nothing to do with the person there is no row; that it tells: oracles.test.ts',
  },
  {
    where: /^function knows$/,
    change: /^r\./,
    why: 'to who has nothing to do with the person there is no row; that it tells: oracles.test.ts',
  },
]
