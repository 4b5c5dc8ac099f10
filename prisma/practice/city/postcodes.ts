import { isInShape } from '@/lib/areas/rules/geometry'
import type { Cells } from './cells'
import { toLonLat } from './coordinates'
import { distanceOf } from './ground'
import type { Land } from './partition'
import { partition } from './partition'
import type { Random } from './random'
import type { CityPostcode, Km, LonLat, SmallArea } from './types'

/**
 * The city's postcode area. Royal Mail's areas are one or two letters, 124 with the Crown
 * dependencies, and the only ones that begin with Z is ZE (Shetland): ZW is not among them, so no
 * letter can be posted to one and no real person lives there. The rest keeps the real pattern, so
 * that format checks, sorting and search are tried as they will be used.
 */
export const postcodeArea = 'ZW'

/** Royal Mail leaves C, I, K, M, O and V out of the last two letters. */
const letters = 'ABDEFGHJLNPQRSTUWXYZ'
const districts = 9
const sectorsPerDistrict = 6

/** Cells in street order: along a snake of strips, so that neighbours have near postcodes. */
function inOrder(cells: Cells, members: number[]): number[] {
  const strip = (p: Km) => Math.floor(p[1] / 0.35)
  const key = (cell: number) => {
    const p = cells.points[cell] ?? [0, 0]
    return { strip: strip(p), along: strip(p) % 2 === 0 ? p[0] : -p[0] }
  }
  return [...members].sort((a, b) => {
    const [ka, kb] = [key(a), key(b)]
    return kb.strip - ka.strip || ka.along - kb.along
  })
}

const groups = (owner: Map<number, number>, parts: number): number[][] => {
  const found: number[][] = Array.from({ length: parts }, () => [])
  owner.forEach((part, cell) => found[part]?.push(cell))
  return found
}

const nearest = (cells: Cells, members: number[]) =>
  Math.min(...members.map((cell) => distanceOf(cells.points[cell] ?? [0, 0])))

type Unit = { postcode: string; cell: number }

/** A postcode for every cell: district 1 is the centre, then outwards. */
function unitsOf(cells: Cells, land: Land, inside: number[], random: Random): Unit[] {
  const even: Land = { ...land, weight: () => 1 }
  const byDistrict = groups(partition(even, inside, districts, random, 8), districts).sort(
    (a, b) => nearest(cells, a) - nearest(cells, b),
  )
  return byDistrict.flatMap((members, d) => {
    const parts = partition(even, members, sectorsPerDistrict, random, 6)
    return groups(parts, sectorsPerDistrict).flatMap((sector, s) =>
      inOrder(cells, sector).map((cell, i) => {
        const unit = `${letters[Math.floor(i / 20) % 20] ?? 'A'}${letters[i % 20] ?? 'A'}`
        return { postcode: `${postcodeArea}${d + 1} ${s + 1}${unit}`, cell }
      }),
    )
  })
}

/**
 * Where a postcode's point goes: its cell's seed, or a step towards the middle of its area where
 * the smoothing of a border left the seed on the wrong side of the street.
 */
function placeIn(area: PostcodeArea, seed: LonLat): LonLat {
  for (let step = 0; step < 20; step += 1) {
    const at = (axis: 0 | 1) => seed[axis] + ((area.centre[axis] - seed[axis]) * step) / 20
    const point: LonLat = [at(0), at(1)]
    if (isInShape(point, area.shape)) return point
  }
  return area.centre
}

export type PostcodeArea = Pick<SmallArea, 'code' | 'shape' | 'centre'>

/**
 * All postcodes, sorted. Most have stood since 1980; some came with new streets, and a few have
 * ended, as in the real directory: an old address must still find its area.
 */
export function makePostcodes(
  cells: Cells,
  land: Land,
  residents: number[],
  areaOf: (cell: number) => PostcodeArea,
  random: Random,
): CityPostcode[] {
  const inside = cells.points.map((_, cell) => cell).filter((cell) => cells.inside[cell])
  return unitsOf(cells, land, inside, random)
    .map(({ postcode, cell }) => {
      const area = areaOf(cell)
      const [lon, lat] = placeIn(area, toLonLat(cells.points[cell] ?? [0, 0]))
      const isNew = random.next() < 0.06
      const people = residents[cell] ?? 0
      // Only where nobody lives any more: everyone's home has a postcode in use.
      const ended = people === 0 && random.next() < 0.5
      const year = 1996 + random.below(26)
      return {
        postcode,
        smallCode: area.code,
        lon,
        lat,
        residents: people,
        from: isNew ? `${year}-0${1 + random.below(9)}-01` : '1980-01-01',
        to: ended ? `${year + 1}-1${random.below(3)}-01` : null,
      }
    })
    .sort((a, b) => (a.postcode < b.postcode ? -1 : 1))
}
