import { describe, expect, it } from 'vitest'
import { sayMeaning, suggestColumns } from '@/lib/areas/rules/columns'

const said = (heading: string) => {
  const [column] = suggestColumns([heading])
  return column ? sayMeaning(column.meaning) : ''
}

describe('what a column is taken for', () => {
  it.each([
    // Open geography, boundaries and lookups.
    ['LSOA21CD', 'small area of 2021, code'],
    ['LSOA21NM', 'small area of 2021, name'],
    ['MSOA21HCLNM', 'middle area of 2021, local name'],
    ['WD24CD', 'ward of 2024, code'],
    ['LAD24NM', 'place of 2024, name'],
    // Postcode directories of different years.
    ['lsoa11', 'small area of 2011, code'],
    ['lsoa21cd', 'small area of 2021, code'],
    ['oslaua', 'place, code'],
    ['pcds', 'postcode'],
    ['doterm', 'ended'],
    ['long', 'longitude'],
    // Deprivation and population estimates.
    ['LSOA code (2021)', 'small area of 2021, code'],
    ['Local Authority District name (2024)', 'place of 2024, name'],
    ['LSOA 2021 Code', 'small area of 2021, code'],
    ['Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)', 'figure'],
    ['imd2025_score', 'figure'],
    ['Barriers to Housing and Services Decile (where 1 is most deprived 10% of LSOAs)', 'figure'],
    ['All ages', 'all residents'],
    ['F42', 'residents by age'],
    ['75+', 'residents by age'],
    ['Aged 16 to 24 years', 'residents by age'],
    // What is not known is left alone.
    ['GlobalID', 'left alone'],
    ['2021', 'left alone'],
    ['LSOA21NMW', 'left alone'],
    ['icb24_code', 'left alone'],
    ['ethnicity_table_note', 'left alone'],
  ])('%s: %s', (heading, meaning) => {
    expect(said(heading)).toBe(meaning)
  })

  it('tells the two sexes and the open end of the ages apart', () => {
    const [girls, men, old, band] = suggestColumns(['F0', 'M90', '75+', '0-15'])
    expect(girls?.meaning).toEqual({ role: 'age', from: 0, to: 0, sex: 'female' })
    expect(men?.meaning).toEqual({ role: 'age', from: 90, to: null, sex: 'male' })
    expect(old?.meaning).toEqual({ role: 'age', from: 75, to: null, sex: 'persons' })
    expect(band?.meaning).toEqual({ role: 'age', from: 0, to: 15, sex: 'persons' })
  })
})
