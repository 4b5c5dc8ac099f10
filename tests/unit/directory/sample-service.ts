/** An invented service in full, as the standard has it; `changed` takes the place of its fields. */
export const sampleService = (changed: Record<string, unknown> = {}) => ({
  id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0001',
  name: 'Wrenford Debt Advice',
  description: 'Help with debt and benefits, by appointment.',
  url: 'https://advice.example.org/debt',
  email: 'hello@advice.example.org',
  status: 'active',
  minimum_age: 16,
  last_modified: '2026-11-24T10:30:00Z',
  assured_date: '2026-11-01',
  organization: {
    id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0002',
    name: 'Wrenford Advice',
    description: 'A charity.',
    website: 'https://advice.example.org',
  },
  schedules: [
    {
      ...{ id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0003', freq: 'WEEKLY', byday: 'MO,TH' },
      ...{ opens_at: '09:30', closes_at: '16:00' },
    },
  ],
  service_areas: [{ id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0004', name: 'Wrenford' }],
  service_at_locations: [
    {
      id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0005',
      location: {
        ...{ id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0006', location_type: 'physical' },
        ...{ name: 'The Old Bank', latitude: 52.41, longitude: -1.51 },
        addresses: [
          {
            ...{ id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0007', address_1: '1 Market Way' },
            ...{ city: 'Wrenford', state_province: 'West Midlands', postal_code: 'WR99 9ZZ' },
            ...{ country: 'GB', address_type: 'physical' },
          },
        ],
      },
    },
  ],
  attributes: [
    {
      id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0008',
      taxonomy_term: {
        ...{ id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0009', name: 'Debt', description: 'Debt' },
      },
    },
  ],
  contacts: [{ id: '0a9c7d52-6a1e-4d0e-9a51-2f1f3d6a0010', name: 'Front desk' }],
  ...changed,
})

/** An id of its own for each number. */
export const idOf = (n: number) => `0a9c7d52-6a1e-4d0e-9a51-${String(n).padStart(12, '0')}`

/** A page of `total` services, `size` to a page; `changed` takes the place of its facts. */
export function samplePage(
  number: number,
  { total = 5, size = 2, ...changed }: Record<string, unknown> & { total?: number; size?: number },
) {
  const pages = Math.ceil(total / size)
  const from = (number - 1) * size
  const count = Math.max(0, Math.min(size, total - from))
  return {
    ...{ total_items: total, total_pages: pages, page_number: number, size: count },
    ...{ first_page: number === 1, last_page: number >= pages, empty: count === 0 },
    contents: Array.from({ length: count }, (_, at) => sampleService({ id: idOf(from + at) })),
    ...changed,
  }
}
