import { personOf, rowsOf } from './arrange'
import { ENDS, type FormCase, type FormErrand } from './form-case'

const ann = 'ann.mason@housing-first.example'
const hers = `(select m.agency_id from membership m join app_user u on u.id = m.user_id
  where u.email = '${ann}')`
const TICK = 'one tick: nothing is typed'
const answersTo = (where: string) =>
  `select count(*) as n from confirmation where subject_id = '{word}' and ${where}`

const words: FormCase[] = [
  {
    action: 'waiting/words wordAction',
    as: ann,
    needs: {
      // Another agency that reads what hers gives placed somebody of hers; nobody has answered.
      word: `with placed as (select m.id from cohort_member m
          join (${personOf(ann).replace(' offset 0 limit 1', '')}) mine on mine.id = m.person_id
          where m.ends_at is null and m.agency_id <> ${hers} and exists (
            select 1 from agreement_term t
            join receiver_group_team g on g.group_id = t.group_id join team on team.id = g.team_id
            where t.giver_agency_id = ${hers} and t.agreement_id = m.agreement_id
              and t.ends_at is null and team.agency_id = m.agency_id)
          order by m.id limit 1),
        waits as (delete from confirmation where subject_id in (select id from placed))
        select id from placed`,
    },
    at: '/waiting/words/{word}',
    button: 'Save your answer',
    wrong: { typed: { answer: 'not', reason: ' ' }, field: 'reason', says: /^Say why not$/ },
    right: { answer: 'not', reason: 'She told us no' },
    goesTo: /^\/waiting\?done=not-confirmed$/,
    counts: answersTo('undone_at is null'),
    corrects: 'answered once: who comes second is told that it has been',
    keepsWords: true,
  },
  {
    action: 'waiting/words takeBackWordAction',
    as: ann,
    at: '/waiting/words/{word}',
    button: 'Take it back',
    wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick the box to take it back$/ },
    right: { sure: 'on' },
    goesTo: /^\/waiting\?done=taken-back$/,
    counts: answersTo('undone_at is not null'),
    corrects: ENDS,
    keepsWords: TICK,
  },
]

const requests: FormCase[] = [
  {
    action: 'waiting takeBackAction',
    as: ann,
    needs: {
      person: personOf(ann, 1),
      asked: `insert into taking_away (id, person_id, kind, reason, agency_id, asked_by)
        select gen_random_uuid(), '{person}', 'end-limit', 'Safe now', ${hers}, id
        from app_user where email = '${ann}' returning id`,
    },
    at: '/waiting/{asked}',
    button: 'Take it back',
    wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick the box to take it back$/ },
    right: { sure: 'on' },
    goesTo: /^\/waiting\?done=taken-back$/,
    counts: rowsOf('taking_away', 'undone_at is not null'),
    corrects: ENDS,
    keepsWords: TICK,
  },
]

export const confirmingErrands: FormErrand[] = [
  { name: 'another agency’s word', cases: words },
  { name: 'a request of one’s own', cases: requests },
]
