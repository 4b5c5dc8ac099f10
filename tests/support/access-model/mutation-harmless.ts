/** A change that nothing can notice, and why. Each must still be met, or the list is stale. */
export type Harmless = { where: RegExp; change: RegExp; why: string }

export const harmless: Harmless[] = [
  {
    where: /^policy (amend|owner|\w+_update) of plan_action$/,
    change: /./,
    why: 'the model takes no step: plan.test.ts does by hand, and a trigger keeps each besides',
  },
  {
    where: /^policy (amend|by_worker|\w+_update) of appointment$/,
    change: /./,
    why: 'the model takes no step: dates.test.ts does by hand, and a trigger keeps each besides',
  },
  {
    where: /^policy whereabouts_select of referral$/,
    change: /to_team_id IS NULL/,
    why: 'the model refers to teams alone: no scene tells this yet',
  },
  {
    where: /^policy give of /,
    change: /given_by|person_access|person_id|my_own/,
    why: 'the header of an entry is written from the session, and refused, before the policy asks',
  },
  {
    where: /^policy amend of /,
    change: /my_own\(4\) -> my_own\(3\)/,
    why: 'the agency of an entry cannot change, so its check says again what the condition said',
  },
  {
    where: /^function me$/,
    change: /token is null/,
    why: 'the hash of nothing is nothing, and no session has it',
  },
  {
    where: /^function (doors_of|my_granted)$/,
    change: /^(v|me)\.role is null -> false/,
    why: 'nobody has no teams, no keys and no agency either',
  },
  {
    where: /^function level_now$/,
    change: /^ends_at is null/,
    why: 'it is asked only of what has an end',
  },
  {
    where: /^function verbs_of$/,
    change: /^of_role/,
    why: 'which role has which verb is no row: verbs.test.ts holds every role to a list of its own',
  },
  {
    where:
      /^policy amend of (address|assessment|choice|harm_link|identifier|protected_name|reach)$/,
    change: /access\.may/,
    why: 'whoever reads content of their own agency has the verbs of these tables: verbs.test.ts',
  },
  {
    where: /^policy (give|amend) of contact(_withdrawal)?$/,
    change: /access\.may/,
    why: 'whoever may open a person records contacts and corrects them: verbs.test.ts',
  },
  {
    where: /^function givers_of$/,
    change: /^v\.role is null -> false/,
    why: 'nobody has no teams and no keys either',
  },
  {
    where: /^function givers_of$/,
    change: /^[de]\.agency_id <> v\.agency_id/,
    why: "one's own agency is among the known in any case",
  },
  {
    where: /^function reads_whole$/,
    change: /^p\.whole = of_table -> true/,
    why: 'a part names its whole by id, and no two entries share one: no other table has parts of it',
  },
  {
    where: /^policy whereabouts_(select|update) of involvement(_worker)?$/,
    change: /safety/,
    why: 'work of a team that is a place locates whatever the entry is about, and is said to',
  },
  {
    where: /^policy give of warning_end$/,
    change: /access\.may/,
    why: 'who adds to a warning reads it whole: all of them have the verb (verbs.test.ts)',
  },
  {
    where: /^policy tells_giver of identifier$/,
    change: /my_agency/,
    why: "one's own agency is among the known in any case: a short cut",
  },
  {
    where: /^function doors_of$/,
    change:
      /^([kt]\.\w+ in \(select distinct|m\.(person_id =|agreement_id in)|p\.person_id in \(select a\.first)/,
    why: 'how much is looked at: whoever asks takes what they asked about',
  },
  {
    where: /^function doors_of$/,
    change: /^(h\.all_sure|c\.person_id = any|c\.subject_id = m\.id|p\.own -> true|d\.highest > 0)/,
    why: 'a short cut: the question itself is asked, and says the same',
  },
  {
    where: /^function doors_of$/,
    change: /^(c\.kind = 'consent'|p\.person_id in \(select c\.person_id .*'consent'\)) -> true/,
    why: 'only whether it is worth asking; the question itself is asked of the person again',
  },
  {
    where: /^function doors_of$/,
    change: /offset 0 -> true$|^k\.categories <> '\{\}' -> true/,
    why: 'more words are asked about, and what has no category is refused all the same',
  },
  {
    where: /^function my_look$/,
    change: /./,
    why: 'another connection, transaction, session or ten seconds later: attacks/looked-at.test.ts',
  },
  {
    where: /^function looked_doors$/,
    change: /^d\.mark & 4/,
    why: 'what the app may read of it by hand: attacks/looked-at.test.ts',
  },
  {
    where: /^function my_givers$/,
    change: /^(look\.backend|look\.marks)/,
    why: 'of whom somebody else was looked at: attacks/looked-at.test.ts',
  },
  {
    where: /^function look_at$/,
    change: /^(backend = |people is null|cardinality|r\.person_id|p\.(person_id = any|id is))/,
    why: 'who is looked at, and how many: who is not open by a ground stays shut, looked at or not',
  },
  {
    where: /^function look_at$/,
    change:
      /^(\(p\.ended_at|not exists \(select 1 from protection|h\.agency_id = v|exists \(select 1 from giver)/,
    why: 'a short cut: where it is not taken the question itself is asked, and says the same',
  },
  {
    where: /^function look_at$/,
    change: /^m\.mark & 4 = 0/,
    why: 'what stands among the marks is not looked for among the hidden',
  },
  {
    where: /^policy \w+ of /,
    change: /^\(NOT \(\( SELECT access\.looked\(\).*-> true$/,
    why: 'of somebody looked at the row’s own question is asked as well, and says the same',
  },
  {
    where: /^policy whereabouts_update of /,
    change: /^\(\(access\.mark.*-> false$/,
    why: 'changes are tried of whom nobody looked at; whereabouts_select has the same condition',
  },
  {
    where: /^function me$/,
    change: /^me\.session_id is not null/,
    why: 'another connection, transaction, session or ten seconds later: attacks/looked-at.test.ts',
  },
  {
    where: /^function doors_of$/,
    change: /^k\.agency_id = r\.agency_id/,
    why: 'a row’s class is its agency’s; asked by hand of another: attacks/direct-calls.test.ts',
  },
  {
    where: /^function doors_of$/,
    change: /^d\.highest >= d\.lowest/,
    why: 'no level lies between them the other way round',
  },
  {
    where: /^function consented$/,
    change: /^c\.kind = 'consent' -> true$/,
    why: 'an objection names no agreement, and is asked about only beside a consent',
  },
  {
    where: /^function look_at$/,
    change: /^(v\.session_id is null -> false|p\.person_id = h\.person_id)/,
    why: 'to nobody nobody is open; and where whereabouts are asked about, the question says the same',
  },
  {
    where: /^function look_at$/,
    change: /^(h\.all_sure -> false|g\.person_id = h\.person_id|g\.opens = 'shared')/,
    why: 'a short cut for who opens by what is shared: of others only one’s own rows are read',
  },
]
