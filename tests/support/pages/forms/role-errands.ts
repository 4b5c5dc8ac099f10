import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const daniel = 'daniel.asmelash@partnership-desk.example'
const officer = 'slawomir.gajewski@partnership-desk.example'
const luam = 'luam.habte@housing-first.example'
const mark = Math.random().toString(36).slice(2, 8)
const TICK = 'one tick: nothing is typed'
const CHOICE = 'one choice: nothing is typed'
const ONCE = 'answered once: who comes second finds it answered'
const desk = `(select id from agency where kind = 'partnership')`
const idOf = (email: string) => `(select id from app_user where email = '${email}')`

// Somebody new at the partnership desk, as its administrator would have added them.
const newcomer = (name: string) => `u as (insert into app_user (id, name, email)
  values (gen_random_uuid(), '${name}', '${name.split(' ')[0]?.toLowerCase()}.${mark}@desk.example') returning id)`
const offered = (user: string, role: string) => `insert into role_offer
    (id, user_id, agency_id, role, called, offered_by)
  select gen_random_uuid(), ${user}, ${desk}, '${role}', 'Zed Quill', ${idOf(daniel)}`

const cases: FormCase[] = [
  {
    action: 'roles agreeAction',
    as: officer,
    needs: {
      offer: `with ${newcomer('Zed Quill')} ${offered('u.id', 'steward')} from u returning id`,
    },
    at: '/roles/waiting/{offer}',
    button: 'Save your answer',
    wrong: { typed: { answer: '' }, field: 'answer', says: /^Select whether you agree$/ },
    right: { answer: 'agree' },
    goesTo: /^\/roles\/waiting\?done=agreed$/,
    // It is open when they have taken it, too.
    counts: `select count(*) as n from role_offer where id = '{offer}' and agreed_at is not null`,
    corrects: ONCE,
    keepsWords: CHOICE,
  },
  {
    action: 'roles knownAction',
    as: officer,
    needs: {
      closed: `with ${newcomer('Zia Quill')},
        c as (insert into credential (user_id, salt, params, verifier, hands)
          select id, 'a', '{}', 'b', array[${idOf(daniel)}] from u)
        insert into membership (id, user_id, agency_id, role, waits_since)
        select gen_random_uuid(), id, ${desk}, 'steward', now() from u returning user_id as id`,
    },
    at: '/roles/waiting/account/{closed}',
    button: 'Say that it is they',
    wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick to say/ },
    right: { sure: 'on' },
    goesTo: /^\/roles\/waiting\?done=known$/,
    counts: `select count(*) as n from membership where user_id = '{closed}' and waits_since is null`,
    corrects: ONCE,
    keepsWords: TICK,
  },
  {
    action: 'roles answerAction',
    as: luam,
    needs: { mine: `${offered(idOf(luam), 'administrator')} returning id` },
    at: '/roles/offers/{mine}',
    button: 'Save your answer',
    wrong: { typed: { take: '' }, field: 'take', says: /^Select yes if you take this role$/ },
    right: { take: 'no' },
    goesTo: /^\/roles\?done=declined$/,
    counts: `select count(*) as n from role_offer where id = '{mine}' and ended_at is not null`,
    corrects: ONCE,
    keepsWords: CHOICE,
  },
  {
    action: 'roles withdrawAction',
    as: daniel,
    needs: {
      late: `with ${newcomer('Zoe Quill')} ${offered('u.id', 'officer')} from u returning id`,
    },
    at: '/roles/waiting/{late}',
    button: 'Take it back',
    wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick to say/ },
    right: { sure: 'on' },
    goesTo: /^\/roles\/waiting\?done=withdrawn$/,
    counts: `select count(*) as n from role_offer where id = '{late}' and ended_at is not null`,
    corrects: ENDS,
    keepsWords: TICK,
  },
  {
    action: 'admin firstAdministratorAction',
    as: daniel,
    needs: {
      empty: `insert into agency (id, key, institution, name, kind)
        values (gen_random_uuid(), 'empty-${mark}', 'Somewhere', 'Nobody’s ${mark}', 'charity') returning id`,
    },
    at: '/admin/agencies/{empty}/administrator',
    button: 'Ask them',
    wrong: { typed: { name: 'Zack Quill', email: '' }, field: 'email', says: /^Enter/ },
    right: { name: 'Zack Quill', email: `zack.${mark}@empty.example` },
    goesTo: /^\/admin\/agencies\?made=/,
    counts: `select count(*) as n from role_offer where agency_id = '{empty}'`,
    corrects: ONCE,
    keepsWords: true,
  },
  {
    action: ' putAwayAction',
    as: luam,
    needs: {
      notice: `insert into notice (id, user_id, kind, made_at)
        select gen_random_uuid(), ${idOf(luam)}, 'role-opened', now() + interval '1 hour' returning id`,
    },
    at: '/',
    button: 'Put away',
    cannotBeWrong: 'one button: it asks nothing',
    right: { notice: '{notice}' },
    goesTo: /^\/$/,
    counts: `select count(*) as n from notice where id = '{notice}' and seen_at is not null`,
    corrects: ADDS,
    keepsWords: 'one button: nothing is typed',
  },
]

export const roleErrands: FormErrand[] = [{ name: 'roles and second people', cases }]
