import { makeCells, type Cells } from '@/lib/insight/cells'
import { combinationKey } from '@/lib/insight/variables'
import { publicationSchema, type Publication } from '@/lib/insight/schema'

/** A publication as the database gives it, with what a test changes. */
export const publicationOf = (given: Record<string, unknown> = {}): Publication =>
  publicationSchema.parse({
    no: 7,
    from: '2025-10-01',
    to: '2026-09-30',
    profile: 'commissioner',
    publishedOn: '2026-10-20',
    agencies: 2,
    ...given,
    coverage: {
      wardSet: 'wards',
      agencies: [
        { name: 'Harbour', fedTo: '2026-09-28' },
        { name: 'Turnstone', fedTo: null },
      ],
      ...(given.coverage as object | undefined),
    },
  })

/** Cells from keys written `a/b` and their values. */
export const cellsOf = (values: Record<string, number | null>): Cells =>
  makeCells(Object.entries(values).map(([keys, value]) => ({ keys: keys.split('/'), value })))

/** The key of a combination of these needs. */
export const keyOf = (...needs: string[]) => combinationKey((need) => needs.includes(need))

export const areas = [
  { code: 'W01', name: 'Minster' },
  { code: 'W02', name: 'Stonebow' },
  { code: 'W03', name: 'St Osyth’s' },
]
