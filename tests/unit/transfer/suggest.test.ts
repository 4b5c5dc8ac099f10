import { describe, expect, it } from 'vitest'
import { fieldsOf, headingWords, HEADINGS } from '@/lib/transfer/fields'
import { mappingProblems, mappingSchema, referenceColumn } from '@/lib/transfer/mapping'
import { suggestMapping } from '@/lib/transfer/suggest'

const now = '2026-11-24'
const suggest = (
  header: string[],
  rows: string[][] = [],
  shape: 'people' | 'headline_feed' = 'people',
) => suggestMapping(header, rows, shape, now)
const fields = (header: string[], rows?: string[][]) => suggest(header, rows).mapping.columns

describe('headings', () => {
  it('are read whatever way they are written', () => {
    for (const heading of [
      'Main_Address_Postcode',
      'mainAddressPostcode',
      'MAIN ADDRESS-POSTCODE',
    ]) {
      expect(headingWords(heading)).toEqual(['main', 'address', 'postcode'])
    }
  })

  it('name only fields that exist', () => {
    for (const shape of ['people', 'headline_feed'] as const) {
      const keys = fieldsOf(shape).map(({ key }) => key)
      expect(Object.keys(HEADINGS[shape]).sort()).toEqual([...keys].sort())
    }
  })

  it.each([
    [
      ['CRN', 'PNC_ID', 'Offender_Name', 'DOB', 'Gender', 'NI_Number', 'Row_Ref'],
      ['crn', 'pnc', 'fullName', 'birth', 'sex', 'nino', 'localRef'],
    ],
    [
      ['application_id', 'full_name', 'date_of_birth', 'sex', 'current_postcode', 'ni_number'],
      ['localRef', 'fullName', 'birth', 'sex', 'postcode', 'nino'],
    ],
    [
      ['Local Patient ID', 'NHS Number', 'Family Name', 'Given Names', 'Birth Date', 'Post Code'],
      ['localRef', 'nhs', 'family', 'given', 'birth', 'postcode'],
    ],
    [
      ['CLAIM_REF', 'SURNAME', 'FORENAMES', 'NINO', 'PCODE', 'Title', 'Middle Name'],
      ['localRef', 'family', 'given', 'nino', 'postcode', 'title', 'middle'],
    ],
    [
      ['ID', 'Name', 'Address Line 1', 'Address Line 2', 'Town', 'Mobile', 'Home Phone', 'E-mail'],
      ['localRef', 'fullName', 'address', 'address', 'address', 'phone', 'phone', 'email'],
    ],
    [
      ['Ref', 'Name', 'Notes', 'Last Updated'],
      ['localRef', 'fullName', '', ''],
    ],
  ])('%j', (header, expected) => expect(fields(header)).toEqual(expected))
})

describe('content', () => {
  const rows = [
    ['A1', 'Ann Bee', '999 000 0018', 'CV1 1AA', '01/02/90'],
    ['A2', 'Cy Dee', '943 476 5919', 'CV2 4LD', '03/04/91'],
    ['A3', 'Eve Eff', '9990000018', 'cv36aa', '05/06/92'],
  ]

  it('tells a column whose heading says nothing', () => {
    const { columns } = suggest(['ref', 'name', 'x1', 'x2', 'x3'], rows)
    expect(columns.map(({ field }) => field)).toEqual([
      'localRef',
      'fullName',
      'nhs',
      'postcode',
      '',
    ])
    expect(columns[2]?.because).toBe('content')
    expect(columns[0]?.examples).toEqual(['A1', 'A2', 'A3'])
  })

  it('doubts a heading that its column does not bear out', () => {
    const header = ['ref', 'name', 'Postcode', 'NHS number', 'DOB']
    const { columns, mapping } = suggest(header, rows)
    expect(columns[2]?.doubt).toContain('do not look right')
    expect(columns[3]?.doubt).toContain('do not look right')
    expect(columns[4]?.doubt).toContain('either way round')
    expect(mapping.dateOrders).toEqual({ '4': 'dmy' })
  })

  it('sees whose dates have the year first, and whose names the family', () => {
    const { mapping } = suggest(
      ['ref', 'name', 'dob'],
      [
        ['1', 'SMITH, Ann', '1990-02-01'],
        ['2', 'JONES, Bob', '1991-04-03'],
      ],
    )
    expect([mapping.dateOrder, mapping.nameOrder]).toEqual(['ymd', 'family_first'])
  })
})

describe('a mapping', () => {
  const base = suggest(['ref', 'name'], []).mapping

  it('can be kept and read again', () => {
    expect(mappingSchema.parse(JSON.parse(JSON.stringify(base)))).toEqual(base)
  })

  it('is refused in words when it cannot work', () => {
    expect(mappingProblems({ shape: 'people', columns: ['fullName', ''] })).toEqual([
      'Choose the column that holds your own number for each person',
    ])
    expect(mappingProblems({ shape: 'people', columns: ['localRef'] })).toEqual([
      'Choose the column that holds the name',
    ])
    expect(
      mappingProblems({ shape: 'people', columns: ['localRef', 'given', 'birth', 'birth'] }),
    ).toEqual(['Only one column can be: Date of birth'])
    expect(mappingProblems({ shape: 'headline_feed', columns: ['localRef', 'nhs'] })).toHaveLength(
      2,
    )
    const read = mappingSchema.safeParse({ ...base, columns: ['__proto__', 'fullName'] })
    expect(read.success).toBe(false)
    expect(mappingSchema.safeParse({ ...base, run: 'this' }).success).toBe(false)
  })

  it('takes a number everybody has where there is no reference', () => {
    const { mapping } = suggest(['Surname', 'NHS number'], [])
    expect(mappingProblems(mapping)).toEqual([])
    expect(referenceColumn(mapping)).toBe(1)
  })

  it('of a headline feed is found too', () => {
    const header = 'person_number,team,worker,team_phone,involvement_from,involvement_to'
    const more = 'last_contact_date,last_contact_kind,last_contact_kept,next_appointment_date'
    const names = `${header},${more},next_appointment_time`.split(',')
    const { mapping } = suggest(names, [], 'headline_feed')
    expect(mapping.columns).toEqual([
      'localRef',
      'team',
      'worker',
      'teamPhone',
      'from',
      'until',
      'lastDate',
      'lastKind',
      'lastKept',
      'nextDate',
      'nextTime',
    ])
  })
})
