import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectNameOrder, givenAndMiddle, properName, splitName } from '@/lib/transfer/names'

describe('names in capitals', () => {
  it.each([
    ['BROCKLEHURST', 'Brocklehurst'],
    ['MCDONALD', 'McDonald'],
    ['MC', 'Mc'],
    ['MACEY', 'Macey'],
    ["O'NEILL", "O'Neill"],
    ['O’BRIEN', 'O’Brien'],
    ["SA'AD", "Sa'ad"],
    ['SMITH-JONES', 'Smith-Jones'],
    ['KINGSTON-UPON-HULL', 'Kingston-Upon-Hull'],
    ['VAN DER BERG', 'van der Berg'],
    ['DE', 'De'],
    ['LÖHR', 'Löhr'],
    ['COLOMIÈS', 'Colomiès'],
    ['ÆLFRIC', 'Ælfric'],
    ['ŞENTÜRK', 'Şentürk'],
    ['ИВАНОВ', 'Иванов'],
    ['H.G.', 'H.G.'],
    ['CROM0TON', 'Crom0ton'],
  ])('%s is %s', (text, name) => expect(properName(text, 'family')).toBe(name))

  it('leaves a name with small letters, and an initial, as it is', () => {
    for (const name of ['de Souza', 'bell', 'MacIntyre', 'McDonald', 'J.', 'عبد', '김']) {
      expect(properName(name)).toBe(name)
    }
    expect(properName('DOROTHY,')).toBe('Dorothy')
    expect(properName('VAN', 'given')).toBe('Van')
  })
})

describe('whole names', () => {
  it.each([
    ['BROCKLEHURST, William', 'William', '', 'Brocklehurst'],
    ['VAN DER BERG, Anna Maria', 'Anna', 'Maria', 'van der Berg'],
    ['Brocklehurst,, William', 'William', '', 'Brocklehurst'],
    ['Addy', 'Addy', '', ''],
    ['SMITH', 'Smith', '', ''],
    [', William', 'William', '', ''],
    ['Brocklehurst,', 'Brocklehurst', '', ''],
  ])('%s, family name first', (text, given, middle, family) => {
    expect(splitName(text, 'family_first')).toEqual({ given, middle, family })
  })

  it.each([
    ['Simon Lajgton', 'Simon', '', 'Lajgton'],
    ['George Augustus Löhr', 'George', 'Augustus', 'Löhr'],
    ['Anna van der Berg', 'Anna', '', 'van der Berg'],
    ['VAN GOGH', 'Van', '', 'Gogh'],
    ['Smith, John', 'John', '', 'Smith'],
    ['Willie', 'Willie', '', ''],
    ['  Ælfric  Of   Eynsham ', 'Ælfric', 'Of', 'Eynsham'],
    ['', '', '', ''],
  ])('%s, given name first', (text, given, middle, family) => {
    expect(splitName(text, 'given_first')).toEqual({ given, middle, family })
  })

  it('without a comma but family name first', () => {
    expect(splitName('NGUYEN Van Anh', 'family_first')).toEqual({
      given: 'Van',
      middle: 'Anh',
      family: 'Nguyen',
    })
  })

  it('loses no letter but case, commas and blanks', () => {
    const letters = (text: string) =>
      text
        .toLowerCase()
        .replace(/[\s,;]/g, '')
        .normalize('NFC')
    const words = fc.array(fc.stringMatching(/^[A-Za-z'éß-]{1,9}$/), { maxLength: 5 })
    fc.assert(
      fc.property(words, (parts) => {
        const { given, middle, family } = splitName(parts.join(' '), 'given_first')
        return letters(given + middle + family) === letters(parts.join(''))
      }),
    )
  })

  it('first and other given names', () => {
    expect(givenAndMiddle('JEAN-LUC MARIE')).toEqual({ given: 'Jean-Luc', middle: 'Marie' })
  })
})

it('tells the order of a column', () => {
  expect(detectNameOrder(['SMITH, John', 'Addy', 'JONES, Ann'])).toBe('family_first')
  expect(detectNameOrder(['SMITH John', 'JONES Ann'])).toBe('family_first')
  expect(detectNameOrder(['John Smith', 'Ann Jones', 'Smith, J'])).toBe('given_first')
  expect(detectNameOrder([])).toBe('given_first')
})
