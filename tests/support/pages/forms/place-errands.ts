import { ADDS, ENDS, type FormCase, type FormErrand } from './form-case'

const lead = 'ruth.adeyemi@partnership-desk.example'
const NO_DRAFTS = 'whoever plans keeps no drafts'
const BUTTON = 'one button: it asks nothing'

const of = (form: Omit<FormCase, 'as' | 'keepsWords'> & Partial<FormCase>): FormCase => ({
  keepsWords: NO_DRAFTS,
  ...form,
  action: `place/institutions ${form.action}`,
  as: lead,
})
const needs = { choir: `select id from place.institution where name = 'Millrace Choir'` }
const other = { ...needs, shed: `select id from place.institution where name like '%Shed'` }

export const placeErrands: FormErrand[] = [
  {
    name: 'institutions and their links, kept by the lead of the place',
    cases: [
      of({
        action: 'institutionAction',
        at: '/place/institutions/{choir}/edit',
        button: 'Save, as it is today',
        needs,
        wrong: { typed: { name: '' }, field: 'name', says: /^Enter its name$/ },
        right: { name: 'Millrace Choir', waitDays: '3' },
        goesTo: /done=saved/,
        counts: `select count(*) as n from place.institution_change c
          join place.institution i on i.id = c.institution_id and i.name = 'Millrace Choir'`,
        corrects: {
          theirs: { name: 'Millrace Choir', waitDays: '5' },
          mine: { name: 'Millrace Choir', waitDays: '8' },
          shown: [/5/],
        },
      }),
      of({
        action: 'linkAction',
        at: '/place/institutions/{choir}/link',
        button: 'Declare link',
        needs: other,
        wrong: {
          typed: { other: '', way: 'to' },
          field: 'other',
          says: /^Select the other institution$/,
        },
        right: { other: '{shed}', way: 'to', kind: 'trust', strength: '2' },
        goesTo: /done=link/,
        counts: `select count(*) as n from place.link where kind = 'trust' and not invented`,
        corrects: ADDS,
      }),
      of({
        action: 'linkEndAction',
        at: '/place/institutions/{choir}',
        button: 'End this link with The Quarry Rise Shed',
        needs,
        cannotBeWrong: BUTTON,
        right: {},
        goesTo: /done=ended/,
        counts: 'select count(*) as n from place.link where ended_at is not null',
        corrects: ENDS,
      }),
      of({
        action: 'moveAction',
        at: '/place/institutions/{choir}',
        button: 'Move it',
        needs,
        wrong: {
          typed: { across: '101', down: '5' },
          field: 'across',
          says: /^Enter how far across as a whole number from 0 to 100$/,
        },
        right: { across: '7', down: '93' },
        goesTo: /done=moved/,
        counts: 'select count(*) as n from place.position where across = 70 and down = 930',
        corrects: 'the last place is the place',
      }),
      of({
        action: 'withholdAction',
        at: '/place/institutions/{choir}/withhold',
        button: 'Withhold its place',
        needs,
        wrong: { typed: { sure: '' }, field: 'sure', says: /^Tick to say/ },
        right: { sure: 'on' },
        goesTo: /done=withheld/,
        counts: 'select count(*) as n from place.institution where withheld',
        corrects: ENDS,
      }),
    ],
  },
]
