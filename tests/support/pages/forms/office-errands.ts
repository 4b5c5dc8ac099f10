import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

// The host's administrator: may make agencies and change code lists too.
const daniel = 'daniel.asmelash@partnership-desk.example'
// New in every run, so that a run can be followed by another.
const mark = Math.random().toString(36).slice(2, 8)
const TICK = 'one tick: nothing is typed'

const admin = (form: Omit<FormCase, 'as'>): FormCase => ({
  ...form,
  as: daniel,
  action: `admin ${form.action}`,
})

const teams: FormCase[] = [
  admin({
    action: 'agencyAction',
    at: '/admin/agencies/new',
    button: 'Add agency',
    wrong: {
      typed: { name: `Agency ${mark}`, institution: 'A body', kind: 'other', firstEmail: 'no' },
      ...{ field: 'firstEmail', says: /^Enter an email address, like/ },
    },
    right: {
      ...{ name: `Agency ${mark}`, institution: 'A body', kind: 'other', firstName: 'Zuri Quill' },
      firstEmail: `zuri.${mark}@agency.example`,
    },
    goesTo: /^\/admin\/agencies\?made=/,
    counts: `select count(*) as n from agency where name = 'Agency ${mark}'`,
    corrects: ADDS,
    keepsWords: true,
  }),
  admin({
    action: 'teamAction',
    at: '/admin/teams/new',
    button: 'Save team',
    wrong: {
      typed: { name: `Team ${mark}`, function: '', categories: ['plan'], phone: '01632 960 001' },
      ...{ field: 'function', says: /^Select what the team does$/ },
    },
    right: { name: `Team ${mark}`, function: 'support', categories: ['plan'] },
    goesTo: /done=team/,
    counts: `select count(*) as n from team where name = 'Team ${mark}'`,
    corrects: ADDS,
    keepsWords: true,
    gives: { team: `select id from team where name = 'Team ${mark}'` },
  }),
  admin({
    action: 'teamAction',
    at: '/admin/teams/{team}',
    button: 'Save team',
    wrong: {
      typed: { name: '', hours: 'Weekdays' },
      field: 'name',
      says: /^Enter the team’s name$/,
    },
    right: { name: `Team ${mark}`, hours: 'Weekdays' },
    goesTo: /done=team/,
    counts: `select count(*) as n from team where id = '{team}' and hours = 'Weekdays'`,
    corrects: {
      theirs: { hours: 'Mornings' },
      mine: { hours: 'Afternoons' },
      shown: [/Mornings/, /A colleague saved/],
    },
    keepsWords: true,
  }),
  admin({
    action: 'endTeamAction',
    at: '/admin/teams/{team}/end',
    button: 'End this team',
    wrong: {
      typed: { why: 'It is part of outreach', sure: '' },
      field: 'sure',
      says: /^Tick to say/,
    },
    right: { why: 'It is part of outreach', sure: 'on' },
    goesTo: /done=ended/,
    counts: `select count(*) as n from team where id = '{team}' and ended_at is not null`,
    corrects: ENDS,
    keepsWords: true,
  }),
]

const users: FormCase[] = [
  admin({
    action: 'userAction',
    at: '/admin/users/new',
    button: 'Add user',
    wrong: {
      typed: { name: 'Zola Quill', email: `zola.${mark}@desk.example`, role: '', jobTitle: 'Desk' },
      ...{ field: 'role', says: /^Select a role$/ },
    },
    right: { name: 'Zola Quill', email: `zola.${mark}@desk.example`, role: 'officer' },
    goesTo: /done=added/,
    counts: `select count(*) as n from app_user where email = 'zola.${mark}@desk.example'`,
    corrects: ADDS,
    keepsWords: true,
    gives: { user: `select id from app_user where email = 'zola.${mark}@desk.example'` },
  }),
  admin({
    action: 'membershipAction',
    needs: {
      // Who has not taken their first role is asked for each.
      first: `insert into membership (id, user_id, agency_id, role, starts_at)
        select gen_random_uuid(), '{user}', id, 'commissioner', now() from agency
        where kind = 'partnership' returning id`,
    },
    at: '/admin/users/{user}/roles/new',
    button: 'Add role',
    wrong: {
      typed: { role: '', jobTitle: 'Second desk' },
      ...{ field: 'role', says: /^Select a role$/ },
    },
    right: { role: 'administrator', jobTitle: 'Second desk' },
    goesTo: /done=role$/,
    counts: `select count(*) as n from membership where user_id = '{user}'`,
    corrects: ADDS,
    keepsWords: true,
    gives: {
      membership: `select id from membership where user_id = '{user}' and role = 'administrator'`,
    },
  }),
  admin({
    action: 'endMembershipAction',
    at: '/admin/users/{user}/roles/{membership}/end',
    button: 'End this role',
    wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick to say/ },
    right: { sure: 'on' },
    goesTo: /done=role-ended/,
    counts: `select count(*) as n from membership where id = '{membership}' and ends_at is not null`,
    corrects: ENDS,
    keepsWords: TICK,
  }),
  admin({
    action: 'endUserAction',
    at: '/admin/users/{user}/leave',
    button: 'Sign them out',
    wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick to say/ },
    right: { sure: 'on' },
    goesTo: /done=left/,
    counts: `select count(*) as n from app_user where id = '{user}' and ended_at is not null`,
    corrects: ENDS,
    keepsWords: TICK,
  }),
]

const codes: FormCase[] = [
  admin({
    action: 'codeAction',
    at: '/admin/codes/adjustment',
    button: 'Add value',
    wrong: { typed: { label: '  ' }, field: 'label', says: /^Enter what it says$/ },
    right: { label: `Quiet room ${mark}` },
    goesTo: /done=added/,
    counts: `select count(*) as n from code where label = 'Quiet room ${mark}'`,
    corrects: ADDS,
    keepsWords: true,
  }),
  admin({
    action: 'offerAction',
    at: '/admin/codes/adjustment',
    button: `Retire Quiet room ${mark}`,
    cannotBeWrong: 'one button: it asks nothing',
    right: {},
    goesTo: /done=retired/,
    counts: `select count(*) as n from code where label = 'Quiet room ${mark}' and not current`,
    corrects: 'offered or not: two presses come to the same',
    keepsWords: 'one button: nothing is typed',
  }),
]

const matching: FormCase[] = [
  {
    action: 'admin/matching decideVersionAction',
    as: daniel,
    needs: {
      version: `insert into match_version (id, name, parameters, state)
        values (gen_random_uuid(), 'try ${mark}', '{}', 'proposed') returning id`,
    },
    at: '/admin/matching',
    button: 'Save',
    wrong: { typed: {}, field: 'said', says: /^Select one answer$/ },
    // Not *accept*: these values are none, and every other test matches by those in use.
    right: { said: 'refuse' },
    goesTo: /done=refused/,
    counts: `select count(*) as n from match_version where name = 'try ${mark}' and state = 'refused'`,
    corrects: 'decided once: who comes second finds it decided',
    keepsWords: 'one choice: nothing is typed',
  },
]

export const officeErrands: FormErrand[] = [
  { name: 'values of the matcher', cases: matching },
  { name: 'agencies, teams and code lists', cases: [...teams, ...codes] },
  { name: 'users and their roles', cases: users },
]
