import { describe, expect, it } from 'vitest'
import { readPerson } from '@/lib/transfer/rows'
import { headerHash, rowHash } from '@/lib/transfer/row-hash'
import { suggestMapping } from '@/lib/transfer/suggest'

const now = '2026-11-24'
const header = [
  'ref',
  'Surname',
  'Forenames',
  'Known as',
  'DOB',
  'Sex',
  'Ethnicity',
  'NHS number',
  'NINO',
  'Address',
  'Postcode',
  'Mobile',
  'Email',
]
const { mapping } = suggestMapping(header, [], 'people', now)
const blank = header.map(() => '')
function read(cells: Record<string, string>, practice = false) {
  const row = blank.map((_, i) => cells[header[i] ?? ''] ?? '')
  return readPerson({ line: 7, cells: row, problem: null }, header, mapping, { now, practice })
}
const person = (cells: Record<string, string>) => {
  const result = read({ ref: 'R1', Surname: 'BEE', ...cells }, true)
  return result.ok ? result.value : expect.fail(JSON.stringify(result.refusals))
}
const warnings = (cells: Record<string, string>) => {
  const result = read({ ref: 'R1', Surname: 'BEE', ...cells }, true)
  return result.ok ? result.warnings : expect.fail('refused')
}
const refusals = (cells: Record<string, string>, practice = false) => {
  const result = read(cells, practice)
  return result.ok ? [] : result.refusals
}

describe('a row about a person', () => {
  it('is read whole', () => {
    expect(
      person({
        Surname: "O'NEILL",
        Forenames: 'ANNA MARIA',
        'Known as': 'Annie; Nan Bee',
        DOB: '18/05/1997',
        Sex: 'F',
        Ethnicity: 'B1',
        'NHS number': '999 000 0018',
        NINO: 'QQ 12 34 56 A',
        Address: '1 High Street, Wrenford',
        Postcode: 'cv11aa',
        Mobile: '07700 900 982 / 01632 960001',
        Email: 'Ann@Example.org',
      }),
    ).toEqual({
      localRef: 'R1',
      names: [
        { kind: 'legal', given: 'Anna', middle: 'Maria', family: "O'Neill" },
        { kind: 'known_as', given: 'Annie', middle: '', family: "O'Neill" },
        { kind: 'known_as', given: 'Nan', middle: '', family: 'Bee' },
      ],
      birth: { year: 1997, month: 5, day: 18, estimated: false },
      sex: 'female',
      ethnicity: { key: '7', received: 'B1' },
      identifiers: [
        { type: 'nhs', norm: '9990000018', display: '999 000 0018', check: 'ok' },
        expect.objectContaining({ type: 'nino', norm: 'QQ123456A', check: 'warning' }),
      ],
      addresses: [{ lines: ['1 High Street', 'Wrenford'], postcode: 'CV1 1AA', norm: 'CV11AA' }],
      reaches: [
        { kind: 'mobile', value: '07700 900 982', norm: '07700900982' },
        { kind: 'landline', value: '01632 960001', norm: '01632960001' },
        { kind: 'email', value: 'Ann@Example.org', norm: 'ann@example.org' },
      ],
      under18: false,
    })
  })

  it('needs little', () => {
    expect(person({})).toEqual({
      localRef: 'R1',
      names: [{ kind: 'legal', given: '', middle: '', family: 'Bee' }],
      birth: null,
      sex: null,
      ethnicity: null,
      identifiers: [],
      addresses: [],
      reaches: [],
      under18: false,
    })
    expect(
      person({ Sex: 'unknown', NINO: 'N/A', Postcode: '-', Mobile: 'none' }).identifiers,
    ).toEqual([])
    expect(warnings({ Sex: 'unknown', NINO: 'N/A', Postcode: '-', Mobile: 'none' })).toEqual([])
  })

  it.each([
    ['DOB', 'spring', 'is no date written as day, month, year'],
    ['DOB', '05/18/1997', 'no real date. Taken as 1997'],
    ['DOB', '53/02/1988', 'no real date. Taken as February 1988'],
    ['DOB', '01/01/1900', 'stands for one that nobody knew'],
    ['DOB', '01/01/2030', 'cannot be a date of birth'],
    ['DOB', '01/02/1880', 'cannot be a date of birth'],
    ['DOB', '18/05/97', 'The year was read as 1997'],
    ['Sex', 'seventh', 'Not a sex we know'],
    ['Ethnicity', 'W8', 'no code for'],
    ['NHS number', '999 000 0019', 'seems to be wrong'],
    ['Postcode', 'CV1', 'full postcode'],
    ['Mobile', 'ring mum', 'Not a telephone number'],
    ['Email', 'nobody', 'Not an email address'],
  ])('goes in with a warning for %s %s', (column, text, words) => {
    const found = warnings({ [column]: text })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ line: 7, column, message: expect.stringContaining(words) })
  })

  it('keeps a wrong number and leaves out a wrong date', () => {
    expect(person({ 'NHS number': '999 000 0019' }).identifiers[0]?.norm).toBe('9990000019')
    expect(person({ DOB: 'spring' }).birth).toBeNull()
    expect(person({ Ethnicity: 'W8' }).ethnicity).toEqual({ key: null, received: 'W8' })
  })

  it('says when somebody is under 18, as far as is known', () => {
    expect(person({ DOB: '25/11/2008' }).under18).toBe(true)
    expect(person({ DOB: '24/11/2008' }).under18).toBe(false)
    expect(person({ DOB: '2008' }).under18).toBe(false)
  })

  it('takes names that look like nothing, and nothing that looks like a name', () => {
    expect(person({ Surname: 'Null' }).names[0]?.family).toBe('Null')
    expect(person({ Surname: 'Na', Forenames: '김' }).names[0]?.family).toBe('Na')
    const named = { ref: 'R1', Surname: 'Unknown', Forenames: 'Unknown' }
    expect(refusals(named)[0]?.message).toBe('Neither a name nor a number.')
    expect(warnings({ Surname: 'Unknown', NINO: 'QQ123456A' }).at(-1)?.message).toContain('No name')
  })

  it('is refused with line, column and reason', () => {
    expect(refusals({ Surname: 'Bee' })).toEqual([
      { line: 7, column: 'ref', message: expect.stringContaining('No number of yours') },
    ])
    expect(refusals({ ref: 'R1', Surname: 'x'.repeat(101) })[0]?.message).toContain('100 letters')
    expect(refusals({ ref: 'x'.repeat(61), Surname: 'Bee' })[0]?.column).toBe('ref')
    const problem = { line: 7, column: 'DOB', message: 'A letter could not be read' }
    const broken = { line: 7, cells: blank, problem }
    expect(readPerson(broken, header, mapping, { now, practice: false })).toEqual({
      ok: false,
      line: 7,
      refusals: [problem],
    })
  })

  it('in practice is refused when somebody could have its number', () => {
    const real = { ref: 'R1', Surname: 'Bee', 'NHS number': '943 476 5919', NINO: 'AB123456C' }
    expect(refusals(real, true).map(({ column }) => column)).toEqual(['NHS number', 'NINO'])
    expect(refusals(real, false)).toEqual([])
    const invented = { ...real, 'NHS number': '999 000 0018', NINO: 'QQ123456C' }
    expect(refusals(invented, true)).toEqual([])
  })

  it('loses control and invisible letters', () => {
    expect(person({ Surname: 'Be\u200be\u0007', Forenames: 'A\tB' }).names[0]).toMatchObject({
      family: 'Bee',
      given: 'A',
      middle: 'B',
    })
  })
})

describe('a row’s hash', () => {
  const hash = (names: string[], cells: string[]) => rowHash(names, cells).toString('hex')

  it('is the same for the same row, in any order and writing', () => {
    expect(hash(['a', 'b'], ['1', 'é'])).toBe(hash(['b', 'a'], ['e\u0301 ', ' 1']))
    expect(hash(['a', 'b'], ['1', '2'])).toHaveLength(64)
  })

  it('is another for another row', () => {
    const base = hash(['a', 'b'], ['1', '2'])
    expect(hash(['a', 'b'], ['2', '1'])).not.toBe(base)
    expect(hash(['a', 'b'], ['12', ''])).not.toBe(base)
    expect(hash(['a', 'c'], ['1', '2'])).not.toBe(base)
  })

  it('of a heading minds its order but not its case', () => {
    expect(headerHash(['A', 'b '])).toBe(headerHash(['a', 'B']))
    expect(headerHash(['a', 'b'])).not.toBe(headerHash(['b', 'a']))
  })
})
