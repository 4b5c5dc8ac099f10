import { rolesInForce } from '../database'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const steward = 'jurgita.urboniene@probation.example'
const custodian = 'shelley.oakley@partnership-desk.example'
const luam = 'luam.habte@housing-first.example'
const amina = 'amina.yusuf@housing-first.example'
const BUTTON = 'one button: it asks nothing'
const mark = Math.random().toString(36).slice(2, 8)

const mine: FormCase[] = [
  {
    action: 'conflicts declareAction',
    as: luam,
    at: '/conflicts',
    button: 'Declare',
    wrong: {
      typed: { whom: 'somebody', names: '' },
      ...{ field: 'names', says: /^Enter who, and how you know them$/ },
    },
    right: { whom: 'somebody', names: `My cousin ${mark}` },
    goesTo: /done=declared/,
    counts: `select count(*) as n from conflict_declaration where names = 'My cousin ${mark}'`,
    corrects: ADDS,
    keepsWords: true,
  },
  {
    action: 'roles switchAction',
    as: amina,
    needs: {
      other: `select m.id from ${rolesInForce} m join app_user u on u.id = m.user_id
        where u.email = '${amina}' and m.ends_at is null order by m.starts_at desc, m.id desc limit 1`,
    },
    at: '/roles',
    button: 'Act in this role',
    cannotBeWrong: 'one of one’s own roles, of which one is always chosen',
    right: { membership: '{other}' },
    goesTo: /^\/$/,
    counts: `select count(*) as n from session s join app_user u on u.id = s.user_id
      where u.email = '${amina}' and s.membership_id = '{other}'
        and s.absolute_until < s.created_at + interval '10 hours'`,
    corrects: 'it changes nothing that is stored about anybody',
    keepsWords: 'one choice: nothing is typed',
    sentTwice: 'the first ends the session it was sent in: the second is nobody’s',
  },
]

// Two people of Probation's own, whom nothing sets apart: its steward decides about them.
const unrelated = `select r.id, r.person_id from record r
  join agency a on a.id = r.agency_id and a.name = 'Probation'
  where not exists (select 1 from limited_access x where x.person_id = r.person_id)
    and not exists (select 1 from protected_whereabouts x where x.person_id = r.person_id)
    and not exists (select 1 from protected_name x where x.person_id = r.person_id)
    and not exists (select 1 from harm_link x where x.person_id = r.person_id)
    and not exists (select 1 from birth x where x.person_id = r.person_id and x.year > 2000)
  order by r.id limit 2`
const decided = 'decided once: who comes second is told that it has been'

const tooLong = { why: 'a'.repeat(501) }
const saysTooLong = /^Why must be 500 characters or fewer$/

const identity: FormCase[] = [
  {
    action: 'identity decideAction',
    as: steward,
    needs: {
      pair: `insert into link_candidate (id, record_a, record_b, for_role, bits, levels, why)
        select gen_random_uuid(), min(id::text)::uuid, max(id::text)::uuid, 'steward', 6,
          '[]'::jsonb, 'The same number' from (${unrelated}) r
        on conflict (record_a, record_b) do update set decided_at = null, decision = null
        returning id`,
    },
    at: '/identity/{pair}',
    button: 'Not the same person',
    wrong: { typed: tooLong, field: 'why', says: saysTooLong },
    right: { why: 'Born twenty years apart' },
    goesTo: /^\/identity(\/[0-9a-f-]+)?\?did=/,
    counts: `select count(*) as n from link_candidate where id = '{pair}' and decided_at is not null`,
    corrects: decided,
    keepsWords: true,
  },
  {
    action: 'identity takeBackAction',
    as: steward,
    at: '/identity?did={pair}',
    button: 'Take it back',
    cannotBeWrong: BUTTON,
    right: {},
    goesTo: /^\/identity\/[0-9a-f-]+$/,
    counts: `select count(*) as n from link_candidate where id = '{pair}' and decision is null`,
    corrects: ADDS,
    keepsWords: 'one button: nothing is typed',
    sentTwice: 'once taken back it is not offered again',
  },
  {
    action: 'identity reviewAction',
    as: steward,
    // Links of the machine are made by its own job: here one is written as the job would.
    needs: {
      link: `insert into link_event
          (id, record_id, from_person, to_person, made_how, reason, evidence)
        select gen_random_uuid(), r.id, gen_random_uuid(), r.person_id, 'machine',
          'The same number', jsonb_build_object('with',
            (select max(id::text) from (${unrelated}) s), 'bits', 9, 'levels', '[]'::jsonb)
        from (${unrelated}) r order by r.id limit 1 returning id`,
    },
    at: '/identity/links/{link}',
    button: 'Right: confirm the link',
    wrong: { typed: tooLong, field: 'why', says: saysTooLong },
    right: { why: 'The same number, seen' },
    goesTo: /^\/identity/,
    counts: `select count(*) as n from link_event where id = '{link}' and confirmed_at is not null`,
    corrects: decided,
    keepsWords: true,
  },
  {
    action: 'conflicts barAction',
    as: custodian,
    // A user who shares a telephone number with somebody they can open.
    needs: {
      found: `update app_user set phone = (select r.value from reach r
          join involvement i on i.person_id = r.person_id and i.ends_on is null
          join membership_team mt on mt.team_id = i.team_id
          join ${rolesInForce} m on m.id = mt.membership_id
          join app_user u on u.id = m.user_id and u.email = '${luam}'
          where r.kind <> 'email' and r.ended_on is null limit 1)
        where email = '${luam}' returning id`,
    },
    at: '/conflicts/matches',
    button: 'Bar',
    cannotBeWrong: BUTTON,
    right: {},
    goesTo: /done=barred/,
    counts: `select count(*) as n from conflict`,
    corrects: ADDS,
    keepsWords: 'one button: nothing is typed',
  },
  {
    action: 'conflicts liftAction',
    as: custodian,
    at: '/conflicts/matches',
    button: 'Lift',
    cannotBeWrong: BUTTON,
    right: {},
    goesTo: /done=lifted/,
    counts: `select count(*) as n from conflict where ends_at is not null`,
    corrects: ENDS,
    keepsWords: 'one button: nothing is typed',
  },
]

export const otherErrands: FormErrand[] = [
  { name: 'one’s own', cases: mine },
  { name: 'the same person or not', cases: identity },
]
