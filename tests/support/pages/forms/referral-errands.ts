import { personOf, rowsOf } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'
import { rolesInForce } from '../database'

const ann = 'ann.mason@housing-first.example'
const tom = 'tom.reilly@jobcentre.example'
const teamOf = (email: string) => `select mt.team_id as id from membership_team mt
  join ${rolesInForce} m on m.id = mt.membership_id join app_user u on u.id = m.user_id
  where u.email = '${email}' order by 1 limit 1`
const ONCE = 'a step is taken once: who comes second is told what happened'
const stepped = (kind: string) =>
  `select count(*) as n from referral_step where referral_id = '{referral}' and kind = '${kind}'`
const newest = `select id from referral where person_id = '{person}' and given_by =
  (select id from app_user where email = '${ann}') order by id desc limit 1`

const written = (skip: number, when: string): FormCase => ({
  action: 'people/[personId]/referrals writeAction',
  as: ann,
  needs: { person: personOf(ann, skip), team: teamOf(tom) },
  at: '/people/{person}/referrals/new',
  button: 'Save referral',
  wrong: {
    typed: { where: 'team', toTeam: '{team}', reason: 'money', words: ' ', when },
    ...{ field: 'words', says: /^Say what you ask for, and why$/ },
  },
  right: { where: 'team', toTeam: '{team}', reason: 'money', words: 'A new claim', when },
  goesTo: /^\/referrals\/[0-9a-f-]{36}\?done=/,
  counts: rowsOf('referral'),
  corrects: ADDS,
  keepsWords: true,
  gives: { referral: newest },
})

const step = (
  at: string,
  words: { action: string; button: string; as?: string; kind: string },
  typed: Pick<FormCase, 'wrong' | 'right'>,
): FormCase => ({
  action: `referrals ${words.action}`,
  as: words.as ?? tom,
  at: `/referrals/{referral}/${at}`,
  button: words.button,
  ...typed,
  goesTo: /^\/referrals\/[0-9a-f-]{36}\?done=/,
  counts: stepped(words.kind),
  corrects: ONCE,
  keepsWords: true,
})

const oneLife: FormCase[] = [
  written(2, 'keep'),
  {
    action: 'referrals sendAction',
    as: ann,
    at: '/referrals/{referral}',
    button: 'Send it',
    cannotBeWrong: 'one button: nothing is typed',
    right: {},
    goesTo: /^\/referrals\/[0-9a-f-]{36}\?done=sent$/,
    counts: stepped('sent'),
    corrects: ONCE,
    keepsWords: 'one button: nothing is typed',
  },
  step(
    'amend',
    { action: 'amendAction', button: 'Save the change', as: ann, kind: 'amended' },
    {
      wrong: {
        typed: { words: 'A new claim, and the old one ended', line: '' },
        ...{ field: 'line', says: /^Say what you changed, and why$/ },
      },
      right: { words: 'A new claim, and the old one ended', line: 'The old one overlaps' },
    },
  ),
  step(
    'answer',
    { action: 'answerAction', button: 'Save the answer', kind: 'accepted' },
    {
      wrong: {
        typed: { answer: 'declined', reason: '', line: 'Sorry' },
        ...{ field: 'reason', says: /^Select why not$/ },
      },
      right: { answer: 'accepted', line: 'Gladly' },
    },
  ),
  step(
    'start',
    { action: 'startAction', button: 'Start', kind: 'started' },
    {
      wrong: {
        typed: { worker: '', line: 'x'.repeat(501) },
        ...{ field: 'line', says: /500 characters or fewer$/ },
      },
      right: { worker: '', line: 'On Monday' },
    },
  ),
  step(
    'end',
    { action: 'endAction', button: 'End it', kind: 'ended' },
    {
      wrong: {
        typed: { outcome: '', line: 'All done' },
        ...{ field: 'outcome', says: /^Select what came of it$/ },
      },
      right: { outcome: 'done', line: 'All done' },
    },
  ),
]

const takenBack: FormCase[] = [
  written(3, 'send'),
  {
    ...step(
      'withdraw',
      { action: 'withdrawAction', button: 'Withdraw it', as: ann, kind: 'withdrawn' },
      {
        wrong: {
          typed: { line: ' ' },
          ...{ field: 'line', says: /^Say why you withdraw it$/ },
        },
        right: { line: 'She has found one herself' },
      },
    ),
    corrects: ENDS,
  },
]

export const referralErrands: FormErrand[] = [
  { name: 'a referral from its draft to its end', cases: oneLife },
  { name: 'a referral taken back', cases: takenBack },
]
