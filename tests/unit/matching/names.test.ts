import { describe, expect, it } from 'vitest'
import {
  formKind,
  fullFamilies,
  fullNames,
  sameFamily,
  sameForm,
  slipOfForm,
} from '@/lib/people/matching/name-forms'
import { nameFromParts, nameFromText } from '@/lib/people/matching/names'

const parts = (text: string) => {
  const name = nameFromText(text)
  return name && `${name.given.join(' ')}|${name.family.join(' ')}`
}

describe('a name in one text', () => {
  it.each([
    ['William Brocklehurst', 'WILLIAM|BROCKLEHURST'],
    ['BROCKLEHURST, William', 'WILLIAM|BROCKLEHURST'],
    ['Sir Richard Baronet', 'RICHARD|'],
    ['Captain Fred Whittaker', 'FRED|WHITTAKER'],
    ['Henry Gurney Sr.', 'HENRY|GURNEY'],
    ['Mrs Mary-Ann de la Cruz', 'MARY ANN|DE LA CRUZ'],
    ['Conor O’Brien-Łukasiewicz', 'CONOR OBRIEN|LUKASIEWICZ'],
    ['Æthelfrith of Mercia', 'AETHELFRITH|OF MERCIA'],
    ['Jack Lord', 'JACK|LORD'],
    ['Lord Byron', 'LORD|BYRON'],
    // Van is a Dutch particle too; the shared part AN still tells.
    ['Nguyễn Văn An', 'NGUYEN|VAN AN'],
    ['Omar bin Khalid', 'OMAR|BIN KHALID'],
    ['Guðrún Jónsdóttir', 'GUDRUN|JONSDOTTIR'],
    ['محمد علي', 'محمد|علي'],
    ['Sukarno', 'SUKARNO|'],
  ])('%s', (text, expected) => {
    expect(parts(text)).toBe(expected)
  })

  it('marks a single name, which may be of either kind', () => {
    expect(nameFromText('Sukarno')?.single).toBe(true)
    expect(nameFromParts('', 'SUKARNO')).toEqual(nameFromParts('Sukarno', ''))
  })

  it.each([
    '',
    ' ',
    'Unknown',
    'UNKNOWN UNKNOWN',
    'N/A',
    'Not known',
    'Baby boy',
    'XXXXX',
    '🙂 🙂',
  ])('is no name in "%s"', (text) => {
    expect(nameFromText(text)).toBeNull()
  })

  it('is no name in ten thousand letters', () => {
    expect(nameFromText('Al '.repeat(3400))).toBeNull()
    expect(nameFromParts('A'.repeat(10_000), 'B')).toBeNull()
  })
})

describe('a name in two parts', () => {
  it.each([
    ['Na', 'Li', 'NA|LI'],
    ['Boy', 'George', 'BOY|GEORGE'],
    ['Baby Boy', 'Smith', 'SMITH|'],
    ['Lord', 'Senior', 'LORD|SENIOR'],
    ['Mr John', 'Smith', 'JOHN|SMITH'],
    ['J P', 'Morgan', 'J P|MORGAN'],
    ['Unknown', 'Smith', 'SMITH|'],
  ])('%s, %s', (given, family, expected) => {
    const name = nameFromParts(given, family)
    expect(name && `${name.given.join(' ')}|${name.family.join(' ')}`).toBe(expected)
  })
})

describe('forms of a name', () => {
  it.each([
    ['LIZ', 'ELIZABETH'],
    ['MOHAMMED', 'MUHAMMAD'],
    ['GWILYM', 'WILLIAM'],
    ['YUSUF', 'JOSEPH'],
    ['KASIA', 'KATARZYNA'],
  ])('%s and %s', (a, b) => {
    expect(sameForm(a, b)).toBe(true)
    expect(sameForm(b, a)).toBe(true)
  })

  it('do not join names that no list joins', () => {
    expect(sameForm('WILLIAM', 'ROBERT')).toBe(false)
    expect(sameForm('NOBODY', 'NOBODY')).toBe(false)
  })

  it('a slip of a form counts only when the slip is no name itself', () => {
    expect(slipOfForm('EILLIAM', 'WILLY')).toBe(true)
    expect(slipOfForm('JOHN', 'JOAN')).toBe(false)
  })

  it('tells quickly which names can have a form in common', () => {
    expect(formKind('WILLY')).toBe('listed')
    expect(formKind('EILLIAM')).toBe('slip')
    expect(formKind('XQZTUV')).toBe('none')
  })

  it('a family name written in several ways is one name', () => {
    expect(sameFamily('ZHANG', 'CHEUNG')).toBe(true)
    expect(sameFamily('HOSSEIN', 'HUSSAIN')).toBe(true)
    expect(sameFamily('ZHANG', 'SMITH')).toBe(false)
    expect(fullFamilies('LEE')).toEqual(['LI', 'LEE'])
    expect(fullFamilies('SMITHSON')).toEqual(['SMITHSON'])
  })

  it('a name stands for few full names, so that blocks stay small', () => {
    expect(fullNames('AL').length).toBeLessThanOrEqual(4)
    expect(fullNames('XQZT')).toEqual(['XQZT'])
  })
})
