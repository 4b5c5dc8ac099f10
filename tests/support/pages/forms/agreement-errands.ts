import { dayIn } from './arrange'
import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const officer = 'slawomir.gajewski@partnership-desk.example'
const mark = Math.random().toString(36).slice(2, 8)
const name = `Agreement ${mark}`

const of = (form: Omit<FormCase, 'as'>): FormCase => ({
  ...form,
  as: officer,
  action: `agreements ${form.action}`,
})
const purpose = { name, purpose: 'Leaving prison well', cohortName: 'People leaving prison' }
const party = {
  ...{ basis: 'Public task', conditions: 'Schedule 1, paragraph 6', regime: 'uk_gdpr' },
  ...{ lifted: 'Overriding public interest', contact: 'The desk', signatory: 'Zuri Quill' },
}
const agreementId = `select id from agreement where name = '${name}'`
const agency = (kind: string) => `select id from agency where kind = '${kind}' order by id limit 1`
const terms = `select count(*) as n from agreement_term where agreement_id = '{agreement}'`

export const agreementErrands: FormErrand[] = [
  {
    name: 'an agreement from its start to its end',
    cases: [
      of({
        action: 'newAgreementAction',
        at: '/agreements/new',
        button: 'Save agreement',
        wrong: {
          typed: { ...purpose, cohortDescription: '', ...dayIn('endsOn', 300) },
          ...{ field: 'cohortDescription', says: /^Enter who is in it/ },
        },
        right: { ...purpose, cohortDescription: 'Those who ask', children: 'no' },
        goesTo: /done=made/,
        counts: `select count(*) as n from agreement where name = '${name}'`,
        corrects: ADDS,
        keepsWords: true,
        gives: { agreement: agreementId, agency: agency('partnership') },
      }),
      of({
        action: 'datesAction',
        at: '/agreements/{agreement}/dates',
        button: 'Save dates',
        wrong: {
          typed: { ...dayIn('reviewOn', -5), dpia: 'DPIA 7' },
          ...{ field: 'reviewOn', says: /must be today or in the future$/ },
        },
        right: { ...dayIn('reviewOn', 50), dpia: 'DPIA 7' },
        goesTo: /done=dates/,
        counts: `select count(*) as n from agreement where name = '${name}' and dpia_reference = 'DPIA 7'`,
        corrects: {
          theirs: { dpia: 'DPIA 8' },
          mine: { dpia: 'DPIA 9' },
          shown: [/DPIA 8/, /DPIA 9/],
        },
        keepsWords: true,
      }),
      of({
        action: 'partyAction',
        at: '/agreements/{agreement}/parties/new',
        button: 'Add party',
        wrong: {
          typed: { ...party, agency: '{agency}', basis: '', ...dayIn('signedOn', -1) },
          ...{ field: 'basis', says: /^Enter the lawful basis$/ },
        },
        right: { ...party, agency: '{agency}', ...dayIn('signedOn', -1), ...dayIn('joinsOn', 0) },
        goesTo: /done=party/,
        counts: `select count(*) as n from agreement_party where agreement_id = '{agreement}'`,
        corrects: ADDS,
        keepsWords: true,
        gives: {
          team: `select id from team where agency_id = '{agency}' and ended_at is null
            and function = 'support' order by id limit 1`,
        },
      }),
      ...(['answered', 'taken back'] as const).flatMap((how) => [
        of({
          action: 'partyAction',
          at: '/agreements/{agreement}/parties/new',
          button: 'Add party',
          needs: { asked: agency('probation') },
          wrong: {
            typed: { ...party, agency: '{asked}', contact: '', ...dayIn('signedOn', -1) },
            ...{ field: 'contact', says: /^Enter whom to ring$/ },
          },
          right: { ...party, agency: '{asked}', ...dayIn('signedOn', -1), ...dayIn('joinsOn', 0) },
          goesTo: /done=asked/,
          counts: `select count(*) as n from party_asked where agreement_id = '{agreement}'`,
          corrects: ADDS,
          keepsWords: true,
          gives: {
            asking: `select id from party_asked where agreement_id = '{agreement}' and answer is null`,
          },
        }),
        how === 'answered'
          ? {
              ...of({
                action: 'joinAction',
                at: '/agreements/{agreement}/asked/{asking}',
                button: 'Save our answer',
                wrong: { typed: { answer: 'accept' }, field: 'holds', says: /^Tick to say that/ },
                right: { answer: 'decline' },
                goesTo: /done=not-joined/,
                counts: `select count(*) as n from party_asked where id = '{asking}' and answer = 'no'`,
                corrects: ENDS,
                keepsWords: 'a yes or a no: nothing is typed',
              }),
              as: 'jasmine.wilkes@probation.example',
            }
          : of({
              action: 'takeBackPartyAction',
              at: '/agreements/{agreement}/asked/{asking}',
              button: 'Take it back',
              cannotBeWrong: 'one button: nothing is filled in',
              right: {},
              goesTo: /done=taken-back/,
              counts: `select count(*) as n from party_asked
                where id = '{asking}' and answer = 'taken_back'`,
              corrects: ENDS,
              keepsWords: 'one button: nothing is typed',
            }),
      ]),
      of({
        action: 'groupAction',
        at: '/agreements/{agreement}/groups/new',
        button: 'Save group',
        wrong: {
          typed: { name: 'Housing', teams: [] },
          ...{ field: 'teams', says: /^Select at least one team$/ },
        },
        right: { name: 'Housing', teams: ['{team}'] },
        goesTo: /done=group/,
        counts: `select count(*) as n from receiver_group where agreement_id = '{agreement}'`,
        corrects: ADDS,
        keepsWords: true,
        gives: { group: `select id from receiver_group where agreement_id = '{agreement}'` },
      }),
      of({
        action: 'termAction',
        at: '/agreements/{agreement}/terms/new',
        button: 'Add term',
        wrong: {
          typed: { category: 'plan', group: '{group}', level: '3', purpose: '' },
          ...{ field: 'purpose', says: /^Enter what it is shared for$/ },
        },
        right: { category: 'plan', group: '{group}', level: '3', purpose: 'So that homes fit' },
        goesTo: /done=term$/,
        counts: terms,
        corrects: ADDS,
        keepsWords: true,
      }),
      of({
        action: 'groupAction',
        at: '/agreements/{agreement}/groups/{group}',
        button: 'Save group',
        wrong: { typed: { name: '' }, field: 'name', says: /^Enter a name for the group$/ },
        right: { name: 'Housing teams' },
        goesTo: /done=group/,
        counts: `select count(*) as n from receiver_group
          where version_of = '{group}' and name = 'Housing teams'`,
        corrects: {
          theirs: { name: 'Homes' },
          mine: { name: 'Houses' },
          shown: [/Homes/, /A colleague saved/],
        },
        keepsWords: true,
        gives: {
          version: `select id from receiver_group where version_of = '{group}'
            order by number desc limit 1`,
        },
      }),
      of({
        action: 'answerAction',
        at: '/agreements/{agreement}/groups/{version}/answer',
        button: 'Save our answer',
        wrong: { typed: { answer: 'accept' }, field: 'holds', says: /^Tick to say that it holds/ },
        right: { answer: 'accept', holds: 'on' },
        goesTo: /done=accepted/,
        counts: `select count(*) as n from group_answer where group_id = '{version}'`,
        corrects: ENDS,
        keepsWords: 'a yes or a no: nothing is typed',
        gives: {
          term: `select id from agreement_term where agreement_id = '{agreement}'
            and group_id = '{version}'`,
        },
      }),
      of({
        action: 'endTermAction',
        at: '/agreements/{agreement}/terms/{term}/end',
        button: 'End',
        wrong: { typed: { when: 'later' }, field: 'lastDay', says: /^Enter the last day$/ },
        right: { when: 'now' },
        goesTo: /done=term-ended/,
        counts: `${terms} and ends_at is not null`,
        corrects: ENDS,
        keepsWords: 'one choice and a day: nothing is typed',
      }),
      of({
        action: 'leaveAction',
        at: '/agreements/{agreement}/parties/{agency}/leave',
        button: 'Leave the agreement',
        wrong: { typed: { when: '' }, field: 'when', says: /^Select when$/ },
        right: { when: 'now' },
        goesTo: /done=left/,
        counts: `select count(*) as n from agreement_party
          where agreement_id = '{agreement}' and left_at is not null`,
        corrects: ENDS,
        keepsWords: 'one choice and a day: nothing is typed',
      }),
      of({
        action: 'endAgreementAction',
        at: '/agreements/{agreement}/end',
        button: 'End it now',
        wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick to say/ },
        right: { sure: 'on' },
        goesTo: /done=ended/,
        counts: `select count(*) as n from agreement where name = '${name}' and ends_at <= now()`,
        corrects: ENDS,
        keepsWords: 'one tick: nothing is typed',
      }),
    ],
  },
]
