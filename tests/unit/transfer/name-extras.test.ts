import { describe, expect, it } from 'vitest'
import { normOfName } from '@/lib/people/normalise'
import { nameExtras } from '@/lib/transfer/name-extras'
import { splitName } from '@/lib/transfer/names'
import { readPerson } from '@/lib/transfer/rows'
import { suggestMapping } from '@/lib/transfer/suggest'

const now = '2026-11-24'

/** The names of one row, as `kind: given|middle|family`, and what was said of it. */
function read(header: string[], cells: string[]) {
  const { mapping } = suggestMapping(header, [cells], 'people', now)
  const row = { line: 2, cells, problem: null }
  const result = readPerson(row, header, mapping, { now, practice: true })
  if (!result.ok) return { names: [], said: result.refusals.map(({ message }) => message) }
  return {
    names: result.value.names.map(
      ({ kind, given, middle, family }) => `${kind}: ${given}|${middle}|${family}`,
    ),
    said: result.warnings.map(({ message }) => message),
  }
}
const whole = (name: string) => read(['Client Ref', 'Name'], ['A1', name]).names
const parts = (surname: string, forename: string) =>
  read(['Client Ref', 'Last', 'First'], ['A1', surname, forename])

describe('whole names', () => {
  it.each([
    ['Niamh Ó Briain', 'Niamh||Ó Briain'],
    ['Niamh Ní Bhriain', 'Niamh||Ní Bhriain'],
    ['Ian Mac Donald', 'Ian||Mac Donald'],
    ['Sean O Brien', 'Sean||O Brien'],
    ['John O Smith', 'John|O|Smith'],
    ['Mary E Jones', 'Mary|E|Jones'],
    ['Omar Hassan Al Rashid', 'Omar|Hassan|Al Rashid'],
    ['Omar bin Khalid', 'Omar||bin Khalid'],
    ['Anna Maria van der Berg', 'Anna|Maria|van der Berg'],
    ['VAN DER BERG, Anna', 'Anna||van der Berg'],
    ['Ann St John', 'Ann||St John'],
    ['Mr John Smith', 'John||Smith'],
    ['Mrs. Smith', '||Smith'],
    ['SMITH, Mr John', 'John||Smith'],
    ['John Smith Jr', 'John||Smith'],
    ['Smith Jr., John', 'John||Smith'],
    ['Dr Jane Amy Smith MBE', 'Jane|Amy|Smith'],
    ['Jane Smith, OBE', 'Jane||Smith'],
    ['Jack Ma', 'Jack||Ma'],
    ['Anil KC', 'Anil||Kc'],
    ['Addy', 'Addy||'],
    ['Mr', 'Mr||'],
  ])('%s', (name, legal) => expect(whole(name)).toEqual([`legal: ${legal}`]))

  it.each([
    ['William (Bill) Smith', 'known_as: Bill||Smith'],
    ['William "Bill" Smith', 'known_as: Bill||Smith'],
    ['William ‘Bill’ Smith', 'known_as: Bill||Smith'],
    ['William Smith (aka Billy Jones)', 'known_as: Billy||Jones'],
    ['William Smith (née Jones)', 'previous: William||Jones'],
    ['William Smith nee Jones', 'previous: William||Jones'],
    ['William Smith (formerly O’Neill)', 'previous: William||O’Neill'],
  ])('%s', (name, other) => expect(whole(name)).toEqual(['legal: William||Smith', other]))

  it('family name first, with particles', () => {
    expect(splitName('VAN DER BERG Anna', 'family_first')).toEqual({
      ...{ given: 'Anna', middle: '', family: 'van der Berg' },
    })
  })

  it('says what it leaves out', () => {
    const { names, said } = read(['Client Ref', 'Name'], ['A1', 'Ann Bee (deceased) MBE'])
    expect(names).toEqual(['legal: Ann||Bee'])
    expect(said).toEqual(['“MBE” is left out of the name.', '“deceased” is left out of the name.'])
  })
})

describe('first and last', () => {
  it('are headings', () => expect(parts('BEE', 'Ann Mary').names).toEqual(['legal: Ann|Mary|Bee']))

  it('and Last seen is none', () => {
    const header = ['Client Ref', 'Surname', 'Forename', 'Last Seen']
    expect(suggestMapping(header, [], 'people', now).mapping.columns[3]).toBe('')
    const alone = suggestMapping(['Client Ref', 'Name', 'Last Seen'], [], 'people', now)
    expect(alone.mapping.columns).toEqual(['localRef', 'fullName', ''])
  })

  it('a family name in brackets is an earlier one, a given name what somebody is called', () => {
    expect(parts('Bee (Cee)', 'Ann (Annie)').names).toEqual([
      'legal: Ann||Bee',
      'known_as: Annie||Bee',
      'previous: Ann||Cee',
    ])
  })

  it.each(['14/06/1985', '07700 900123'])('%s is no name, and its row is refused', (text) => {
    expect(parts('Bee', text).said[0]).toContain('is no name')
  })

  it('what systems write for none is none', () => {
    expect(parts('Bee', 'FNU').names).toEqual(['legal: ||Bee'])
    expect(parts('LNU', 'Ann').names).toEqual(['legal: Ann||'])
  })
})

it('a name never goes away with what stands around it', () => {
  for (const text of ['Mr', 'MBE', '(Bill)', 'Jr', '"', 'née', '()', 'Miss'])
    expect(nameExtras(text).plain || nameExtras(text).called.join('')).toBeDefined()
  expect(nameExtras('(Bill)').called).toEqual(['Bill'])
})

it('a middle name takes the same road from a file and from a screen', () => {
  expect(normOfName('Ann', 'Mary', 'O’Neill')).toBe('ANN MARY ONEILL')
})
