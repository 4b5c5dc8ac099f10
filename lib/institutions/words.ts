import { needWords } from '@/lib/directory/words'
import { SECTORS, type Sector } from './schema'

/** A sector in words; null where it is not known. */
export const sectorWords = (sector: Sector | null): string | null =>
  SECTORS.find(({ key }) => key === sector)?.label ?? null

/** Which areas it serves; null where nobody knows. */
export const areasWords = ({
  withheld,
  areas,
}: {
  withheld: boolean
  areas: readonly string[] | null
}): string | null => (withheld ? 'not shown, for safety' : areas?.join(', ') || null)

const FIELDS: Readonly<Record<string, string>> = {
  ...{ name: 'Name', sector: 'Sector', description: 'What it is', website: 'Website' },
  ...{ phone: 'Telephone', needs: 'Needs', areas: 'Areas', address: 'Address' },
  ...{ longitude: 'Longitude', latitude: 'Latitude', capacity: 'Places at once' },
  ...{ wait_days: 'Wait in days', small: 'Under five staff', agency_id: 'Who keeps this entry' },
  ...{ confirmed_by: 'Confirmed by', confirmed_on: 'Confirmed on', closed_on: 'Closed on' },
}

const valueWords = (name: string, value: unknown): string => {
  if (value === null || value === '') return 'not known'
  if (Array.isArray(value)) {
    const words = value.map(String)
    return (name === 'needs' ? needWords(words) : words).join(', ') || 'none'
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (name === 'agency_id') return 'another agency'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'something else'
}

/** What an entry was before a change, a line a field; who confirmed it before is left out. */
export const changeWords = (before: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(before)
    .filter(([name]) => name in FIELDS && !name.startsWith('confirmed'))
    .map(([name, value]) => `${FIELDS[name] ?? name}: was ${valueWords(name, value)}`)
