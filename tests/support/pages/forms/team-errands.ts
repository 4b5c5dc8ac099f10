import { rolesInForce } from '../database'
import { dayIn, personOf, rowsOf } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

// The manager of two teams, so that one can start where the other works.
const shelley = 'shelley.keeling@housing.example'
const mine = (
  other: boolean,
) => `select t.id from team t join membership_team mt on mt.team_id = t.id
  join ${rolesInForce} m on m.id = mt.membership_id join app_user u on u.id = m.user_id
  where u.email = '${shelley}' and ${other ? 'not' : ''} exists (select 1 from involvement i
    where i.person_id = '{person}' and i.team_id = t.id and i.ends_on is null) limit 1`
const ofTeam = `select i.id from involvement i
  where i.person_id = '{person}' and i.team_id = '{team}' and i.ends_on is null`
const colleague = (skip: number) => `select u.id from app_user u
  join ${rolesInForce} m on m.user_id = u.id and m.ends_at is null and m.role <> 'limited'
  join membership_team mt on mt.membership_id = m.id and mt.team_id = '{team}'
  where u.ended_at is null order by u.id offset ${skip} limit 1`
const workers = `select count(*) as n from involvement_worker
  where person_id = '{person}' and involvement_id = '{work}'`

const work: FormCase[] = [
  {
    action: 'people/[personId]/team startAction',
    as: shelley,
    needs: { person: personOf(shelley, 5), team: mine(true) },
    at: '/people/{person}/team/start',
    button: 'Start work',
    wrong: {
      typed: { teamId: '{team}', cameFrom: '', lead: 'on' },
      ...{ field: 'cameFrom', says: /^Select what it came from$/ },
    },
    right: { teamId: '{team}', cameFrom: 'referral' },
    goesTo: /saved=work-started/,
    counts: rowsOf('involvement'),
    corrects: ADDS,
    keepsWords: true,
    gives: { work: ofTeam },
  },
  {
    action: 'people/[personId]/team workerAction',
    as: shelley,
    needs: { first: colleague(0) },
    at: '/people/{person}/team/{work}/workers',
    button: 'Save worker',
    wrong: { typed: { worker: '', lead: 'on' }, field: 'worker', says: /^Select who$/ },
    right: { worker: '{first}' },
    goesTo: /saved=worker/,
    counts: workers,
    corrects: ADDS,
    keepsWords: true,
    gives: { worker: `select id from involvement_worker where involvement_id = '{work}' limit 1` },
  },
  {
    action: 'caseload/[involvementId]/allocate allocateAction',
    as: shelley,
    needs: { second: colleague(1) },
    at: '/caseload/{work}/allocate',
    button: 'Allocate',
    wrong: { typed: { worker: '' }, field: 'worker', says: /^Select a practitioner$/ },
    right: { worker: '{second}' },
    goesTo: /^\/caseload\?show=all&sort=unseen&did=/,
    counts: workers,
    corrects: 'a choice of one: who chooses second has chosen',
    keepsWords: 'one choice: nothing is typed',
  },
  {
    action: 'people/[personId]/team workerEndAction',
    as: shelley,
    at: '/people/{person}/team/{work}/workers/{worker}',
    button: 'Take off',
    wrong: {
      typed: dayIn('endsOn', 9),
      ...{ field: 'endsOn', says: /must be today or in the past$/ },
    },
    right: dayIn('endsOn', 0),
    goesTo: /saved=worker-ended/,
    counts: rowsOf(
      'involvement_worker',
      `involvement_id = '{work}' and id = '{worker}'
      and ends_on is not null`,
    ),
    corrects: ENDS,
    keepsWords: true,
  },
  {
    action: 'people/[personId]/team endAction',
    as: shelley,
    at: '/people/{person}/team/{work}/end',
    button: 'End work',
    wrong: {
      typed: { reason: '', handover: 'Likes to walk' },
      ...{ field: 'reason', says: /^Select why it ends$/ },
    },
    right: { reason: '{endReason}', handover: 'Likes to walk' },
    needs: {
      endReason: `select key as id from code where list = 'end_reason'
      and current and key not in ('died', 'feed_absent') limit 1`,
    },
    goesTo: /saved=work-ended/,
    counts: rowsOf('involvement', `id = '{work}' and ends_on is not null`),
    corrects: ENDS,
    keepsWords: true,
  },
]

const tom = 'tom.reilly@jobcentre.example'
// A name of this run: nobody found before, or the page asks first whether it is one of them.
const surname = `Quill${Math.random()
  .toString(36)
  .replace(/[^a-z]/g, '')}`
const searched = `insert into draft (id, user_id, form, body, saved_at)
  select gen_random_uuid(), id, 'search', '{"q":"${surname}"}', now() from app_user
  where email = '${tom}' on conflict (user_id, form, subject)
  do update set body = excluded.body, saved_at = now() returning id`
const toms = `join ${rolesInForce} m on m.user_id = u.id join membership_team t on t.membership_id = m.id
  where u.email = '${tom}'`

const people: FormCase[] = [
  {
    action: 'people/new addAction',
    as: tom,
    needs: { searched, team: `select t.team_id as id from app_user u ${toms} limit 1` },
    at: '/people/new',
    button: 'Add this person',
    wrong: {
      typed: { given: surname, family: surname, came: '', team: '{team}' },
      ...{ field: 'came', says: /^Select what this comes from$/ },
    },
    right: { given: surname, family: surname, came: 'present', team: '{team}' },
    goesTo: /^\/people\/[0-9a-f-]{36}$/,
    counts: `select count(*) as n from person_name where family = '${surname}'`,
    corrects: ADDS,
    keepsWords: true,
  },
  {
    action: 'people/new addUnnamedAction',
    as: tom,
    at: '/people/new/unnamed',
    button: 'Add them',
    wrong: {
      typed: { described: '', where: 'By the canal', ...dayIn('seenOn', -1) },
      ...{ field: 'described', says: /^Enter what they look like$/ },
    },
    right: { described: 'A green coat', where: 'By the canal', ...dayIn('seenOn', -1) },
    goesTo: /^\/people\/[0-9a-f-]{36}$/,
    counts: `select count(*) as n from unnamed where description = 'A green coat'`,
    corrects: ADDS,
    keepsWords: true,
  },
  {
    action: 'people/new archiveAction',
    as: shelley,
    needs: {
      person: `select i.person_id as id from involvement i
        join membership_team mt on mt.team_id = i.team_id
        join ${rolesInForce} m on m.id = mt.membership_id
        join app_user u on u.id = m.user_id and u.email = '${shelley}'
        where not exists (select 1 from limited_access l
          where l.person_id = i.person_id and l.ended_at is null)
        group by 1 having bool_and(i.ends_on < current_date) order by 1 limit 1`,
    },
    at: '/people/{person}/archive',
    button: 'Open our record',
    wrong: { typed: { reason: '' }, field: 'reason', says: /^Enter why you need it$/ },
    right: { reason: 'A letter has come for them' },
    goesTo: /^\/people\/[0-9a-f-]{36}$/,
    counts: `select count(*) as n from person_access where ground = 'archive'`,
    corrects: ADDS,
    keepsWords: true,
  },
]

export const teamErrands: FormErrand[] = [
  { name: 'work with somebody', cases: work },
  { name: 'somebody new, and somebody from before', cases: people },
]
