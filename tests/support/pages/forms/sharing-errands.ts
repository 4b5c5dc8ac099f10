import { dayIn, newestOf, noDay, personOf, rowsOf } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const ann = 'ann.mason@housing-first.example'
const shelley = 'shelley.keeling@housing.example'
const bianca = 'bianca.bennett@health.example'
const custodian = 'shelley.oakley@partnership-desk.example'

type Sharing = Partial<FormCase> &
  Pick<FormCase, 'action' | 'at' | 'button' | 'wrong' | 'right' | 'counts'>

const sharing = ({ action, at, ...rest }: Sharing): FormCase => ({
  action: `people/[personId]/sharing ${action}`,
  as: ann,
  at: `/people/{person}/sharing/${at}`,
  goesTo: /\/sharing\?saved=/,
  corrects: ADDS,
  keepsWords: true,
  ...rest,
})
const sure = { typed: { sure: '' }, field: 'sure', says: /^Tick (the box|to say)/ }
const ended = { button: 'End it now', wrong: sure, right: { sure: 'on' }, corrects: ENDS }
const said = {
  button: 'End it',
  wrong: { ...sure, typed: { reason: 'He has moved away', sure: '' } },
  right: { reason: 'He has moved away', sure: 'on' },
  corrects: ENDS,
}
const acts = (kind: string, where = 'true') =>
  rowsOf('taking_away', `kind = '${kind}' and ${where}`)
const notNamed = `select u.id from app_user u join membership m on m.user_id = u.id
  join agency a on a.id = m.agency_id where a.name = 'Housing Options' and m.role = 'practitioner' and u.ended_at is null
  and not exists (select 1 from limited_access_named n
    join limited_access l on l.id = n.limited_access_id
    where l.person_id = '{person}' and n.user_id = u.id) order by u.id limit 1`
const because = 'Somebody is looking for them'

const hers = `(select m.agency_id from membership m join app_user u on u.id = m.user_id
  where u.email = '${ann}')`

const choices: FormCase[] = [
  sharing({
    action: 'choiceAction',
    needs: { person: personOf(ann) },
    ...{ at: 'choice', button: 'Save what they said' },
    wrong: {
      typed: { kind: 'objection', how: '', present: 'His brother', ...dayIn('saidOn', -1) },
      ...{ field: 'how', says: /^Say how they said it$/ },
    },
    right: { kind: 'objection', how: 'At our office', keptTo: 'yes', ...dayIn('saidOn', -1) },
    counts: rowsOf('choice'),
    gives: { choice: newestOf('choice') },
  }),
  sharing({
    action: 'choiceEndAction',
    ...{ at: 'choice/{choice}/withdraw', button: 'End it now', right: {}, corrects: ENDS },
    wrong: undefined,
    cannotBeWrong: 'it asks nothing',
    counts: rowsOf('choice', 'withdrawn_at is not null'),
  }),
  sharing({
    action: 'leaveAction',
    as: ann,
    needs: {
      // Put in by herself, whose agency takes him out at once.
      person: `update cohort_member set decided_by =
          (select id from app_user where email = '${ann}'), agency_id = ${hers}
        where id = (select c.id from cohort_member c
          join (${personOf(ann).replace(' offset 0 limit 1', '')}) mine on mine.id = c.person_id
          where c.ends_at is null order by c.person_id desc limit 1) returning person_id as id`,
      member: `select id from cohort_member where person_id = '{person}' and ends_at is null limit 1`,
    },
    ...{ at: 'cohort/{member}', button: 'Take them out', corrects: ENDS },
    wrong: { typed: { reason: '' }, field: 'reason', says: /^Say why$/ },
    right: { reason: 'He has moved away' },
    counts: rowsOf('cohort_member', 'ends_at is not null'),
    gives: { agreement: `select agreement_id as id from cohort_member where id = '{member}'` },
  }),
  sharing({
    action: 'joinAction',
    ...{ at: 'cohort', button: 'Put them in' },
    wrong: {
      typed: { agreementId: '', ...dayIn('toldOn', -1) },
      ...{ field: 'agreementId', says: /^Select/ },
    },
    right: { agreementId: '{agreement}', ...dayIn('toldOn', -1) },
    counts: rowsOf('cohort_member', 'ends_at is null'),
  }),
]

const states: FormCase[] = [
  sharing({
    as: shelley,
    action: 'whereaboutsAction',
    needs: { person: personOf(shelley) },
    ...{ at: 'whereabouts', button: 'Protect now' },
    wrong: {
      typed: { reason: '', ...dayIn('reviewOn', 30) },
      ...{ field: 'reason', says: /^Say why they need protecting$/ },
    },
    right: { reason: because, ...dayIn('reviewOn', 30) },
    counts: rowsOf('protected_whereabouts'),
  }),
  sharing({
    as: shelley,
    ...{ action: 'whereaboutsEndAction', at: 'whereabouts/end', ...said },
    counts: rowsOf('protected_whereabouts', 'ended_at is not null'),
  }),
  sharing({
    as: shelley,
    ...{ action: 'nameAction', at: 'protected-name', button: 'Protect now' },
    wrong: { typed: { reason: ' ' }, field: 'reason', says: /^Say why the name needs/ },
    right: { reason: because },
    counts: rowsOf('protected_name'),
  }),
  sharing({
    as: shelley,
    ...{ action: 'nameEndAction', at: 'protected-name/end', ...ended },
    counts: rowsOf('protected_name', 'ended_at is not null'),
  }),
  sharing({
    as: shelley,
    action: 'limitedAction',
    needs: {
      morag: `select id from app_user where email = 'morag.campbell@housing.example'`,
    },
    ...{ at: 'limited', button: 'Limit access now' },
    wrong: {
      typed: { reason: because, ...noDay('reviewOn', '77') },
      ...{ field: 'reviewOn', says: /must be a real date$/ },
    },
    right: { reason: because, users: ['{morag}'], ...dayIn('reviewOn', 30) },
    counts: rowsOf('limited_access'),
  }),
  sharing({
    as: shelley,
    needs: { unnamed: notNamed },
    ...{ action: 'namedAction', at: 'limited/names', button: 'Change it' },
    wrong: {
      typed: { change: 'add', add: '', reason: 'Covers for her' },
      ...{ field: 'add', says: /^Select who$/ },
    },
    right: { change: 'add', add: '{unnamed}', reason: 'Covers for her' },
    counts: `select count(*) as n from limited_access_named n
      join limited_access l on l.id = n.limited_access_id where l.person_id = '{person}'`,
    corrects: 'it adds one name or takes one off: two such changes do not stand against each other',
  }),
  sharing({
    as: shelley,
    ...{ action: 'limitedEndAction', at: 'limited/end', ...said },
    // The custodian's to say: it waits.
    counts: acts('end-limit'),
    gives: { act: newestOf('taking_away') },
  }),
  {
    action: 'waiting decideAction',
    as: custodian,
    // The place has two: hers is the record.
    needs: {
      limit: `update limited_access set custodian_id =
          (select id from app_user where email = '${custodian}')
        where person_id = '{person}' and ended_at is null returning id`,
    },
    ...{ at: '/waiting/{act}', button: 'Save your answer' },
    wrong: {
      typed: { decision: '' },
      ...{ field: 'decision', says: /^Select whether you agree$/ },
    },
    right: { decision: 'agree' },
    goesTo: /^\/waiting\?done=agreed$/,
    counts: acts('end-limit', `decision = 'agreed'`),
    corrects: 'decided once: who comes second is told that it has been',
    keepsWords: 'one choice: nothing is typed',
  },
  {
    action: 'waiting undoAction',
    as: custodian,
    ...{ at: '/waiting/{act}', button: 'Undo it now' },
    wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick the box to undo it$/ },
    right: { sure: 'on' },
    goesTo: /^\/waiting\?done=undone$/,
    counts: acts('end-limit', 'undone_at is not null'),
    corrects: ENDS,
    keepsWords: 'one tick: nothing is typed',
  },
]

const harm: FormCase[] = [
  sharing({
    action: 'harmAction',
    as: bianca,
    needs: { person: personOf(bianca, 2), other: personOf(bianca, 3) },
    ...{ at: 'harm', button: 'Save harm link' },
    wrong: {
      typed: { other: '{other}', kind: '', detail: 'Never both on a Tuesday' },
      ...{ field: 'kind', says: /^Select who they are$/ },
    },
    right: { other: '/people/{other}', sure: '/people/{other}', kind: 'family' },
    counts: rowsOf('harm_link'),
    gives: { link: newestOf('harm_link') },
  }),
  sharing({
    ...{ action: 'harmEndAction', at: 'harm/{link}', ...ended, as: bianca },
    counts: rowsOf('harm_link', 'ended_at is not null'),
  }),
  sharing({
    action: 'conflictAction',
    as: bianca,
    needs: { worker: `select id from app_user where email = 'hawa.adam@health.example'` },
    ...{ at: 'conflict', button: 'Bar them' },
    wrong: {
      typed: { userId: '{worker}', reason: '' },
      ...{ field: 'reason', says: /^Select why$/ },
    },
    right: { userId: '{worker}', reason: 'related' },
    counts: rowsOf('conflict'),
  }),
  sharing({
    action: 'deathAction',
    as: bianca,
    ...{ at: 'death', button: 'Record it' },
    wrong: {
      typed: { source: 'Her sister', confirmedBy: '', sure: 'on', ...noDay('diedOn') },
      ...{ field: 'confirmedBy', says: /^Say who confirmed it$/ },
    },
    right: { source: 'Her sister', confirmedBy: 'The hospital', sure: 'on' },
    goesTo: /saved=death/,
    counts: rowsOf('death'),
  }),
  sharing({
    action: 'deathEndAction',
    as: bianca,
    ...{ at: 'death/undo', button: 'Undo it now', corrects: ENDS },
    wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick to say that they are alive$/ },
    right: { sure: 'on' },
    counts: rowsOf('death', 'withdrawn_at is not null'),
  }),
]

export const sharingErrands: FormErrand[] = [
  { name: 'choices and cohorts', cases: choices },
  { name: 'protected and limited', cases: states },
  { name: 'harm, conflict and death', cases: harm },
]
