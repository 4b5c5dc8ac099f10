import { rolesInForce } from '../database'
import { dayIn } from './arrange'
import { ADDS, type FormCase, type FormErrand } from './form-case'

// The manager of two teams: she may hand over anybody of theirs, to herself too.
const shelley = 'shelley.keeling@housing.example'
const her = `(select id from app_user where email = '${shelley}')`
const ofHers = (skip: number, by = 'i.id desc') => `select i.id from involvement i
  join membership_team mt on mt.team_id = i.team_id
  join ${rolesInForce} m on m.id = mt.membership_id and m.user_id = ${her}
  where i.ends_on is null and i.audience = 'agreed'
    -- Of one team: a list has a line for a person, and not for each team.
    and not exists (select 1 from involvement o where o.person_id = i.person_id
      and o.agency_id = i.agency_id and o.id <> i.id and o.ends_on is null)
    and not exists (select 1 from limited_access l where l.person_id = i.person_id)
    and not exists (select 1 from protected_whereabouts p where p.person_id = i.person_id)
    and not exists (select 1 from death d where d.person_id = i.person_id)
    and not exists (select 1 from conflict c where c.person_id = i.person_id)
    and not exists (select 1 from handing_over h where h.involvement_id = i.id)
    and exists (select 1 from involvement_worker w join app_user u on u.id = w.user_id
      join ${rolesInForce} x on x.user_id = u.id and x.agency_id = i.agency_id and x.ends_at is null
      where w.involvement_id = i.id and w.ends_on is null and u.ended_at is null and u.id <> ${her})
  order by ${by} offset ${String(skip)} limit 1`
const rows = (where: string) =>
  `select count(*) as n from handing_over where involvement_id = '{work}' and ${where}`
const newest = `select id from handing_over where involvement_id = '{work}' order by asked_at desc
  limit 1`
const TICK = 'one choice: nothing is typed'
const ONCE = 'answered once: who comes second is told what happened'

/** A handover that waits for her word: another than the one of the errand, with its note. */
export const WAITING_HANDOVER = `with work as (select i.*, (${ofHers(6)}) as chosen
    from involvement i where i.id = (${ofHers(6)})),
  note as (insert into handover (id, person_id, record_id, agency_id, team_id, given_by, categories,
      involvement_id, words)
    select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by, categories, id,
      'Ring before you come' from work returning id, involvement_id)
  insert into handing_over (id, involvement_id, handover_id, to_user_id, moves_on, asked_by, given_at)
  select gen_random_uuid(), involvement_id, id, ${her}, current_date, ${her}, now() from note
  returning id`

const words = { words: 'Ring before you come', ...dayIn('movesOn', 1) }

const one: FormCase[] = [
  {
    action: 'people/[personId]/team handoverAction',
    as: shelley,
    needs: {
      work: ofHers(3),
      person: `select person_id as id from involvement where id = '{work}'`,
      to: `select ${her} as id`,
    },
    at: '/people/{person}/team/{work}/handover',
    button: 'Ask them',
    wrong: {
      typed: { worker: '{to}', ...words, words: ' ' },
      ...{ field: 'words', says: /^Say what they should know/ },
    },
    right: { worker: '{to}', ...words },
    goesTo: /^\/handovers\/[0-9a-f-]{36}\?done=asked$/,
    counts: rows('true'),
    corrects: ADDS,
    keepsWords: true,
    gives: { handing: newest },
  },
  {
    action: 'handovers withdrawAction',
    as: shelley,
    at: '/handovers/{handing}',
    button: 'Take it back',
    cannotBeWrong: 'one button: nothing is typed',
    right: {},
    goesTo: /^\/handovers\/[0-9a-f-]{36}\?done=withdrawn$/,
    counts: rows(`ended_how = 'withdrawn'`),
    corrects: ONCE,
    keepsWords: 'one button: nothing is typed',
  },
  {
    action: 'handovers answerAction',
    as: shelley,
    needs: {
      waiting: `insert into handing_over (id, involvement_id, handover_id, to_user_id, moves_on,
          asked_by, given_at)
        select gen_random_uuid(), involvement_id, handover_id, ${her}, current_date, ${her}, now()
        from handing_over where id = '{handing}' returning id`,
    },
    at: '/handovers/{waiting}',
    button: 'Save your answer',
    wrong: { typed: { answer: '' }, field: 'answer', says: /^Select your answer$/ },
    right: { answer: 'decline' },
    goesTo: /^\/handovers\/[0-9a-f-]{36}\?done=decline$/,
    counts: rows(`ended_how = 'declined'`),
    corrects: ONCE,
    keepsWords: TICK,
  },
]

const several: FormCase[] = [
  {
    action: 'caseload/handover askSeveralAction',
    as: shelley,
    needs: {
      // Among the first of the list by name: a page shows so many.
      work: ofHers(
        9,
        `(select n.sort_key from person_name n where n.person_id = i.person_id
            and n.agency_id = i.agency_id and (n.used_until is null or n.used_until >= current_date)
          order by array_position(array['known_as', 'legal'], n.kind) nulls last, n.given_at desc
          limit 1) collate "C" nulls last, i.id`,
      ),
      who: `select user_id as id from involvement_worker where involvement_id = '{work}'
        and ends_on is null and user_id <> ${her} order by lead desc limit 1`,
      to: `select ${her} as id`,
    },
    // One colleague's people stand on one page.
    at: '/caseload/handover?worker={who}',
    button: 'Ask them',
    wrong: {
      typed: { involvements: ['{work}'], worker: '{to}', ...words, words: ' ' },
      ...{ field: 'words', says: /^Say what they should know/ },
    },
    right: { involvements: ['{work}'], worker: '{to}', ...words },
    goesTo: /^\/handovers$/,
    counts: rows('true'),
    corrects: ADDS,
    keepsWords: 'a list of people is not kept: they are chosen anew',
  },
]

export const handoverErrands: FormErrand[] = [
  { name: 'somebody goes to a colleague', cases: one },
  { name: 'several go to a colleague', cases: several },
]
