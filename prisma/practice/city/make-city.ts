import { labelPoint } from '@/lib/areas/rules/geometry'
import { makeCells } from './cells'
import { cityCode, middleCode, middleName, wardCode } from './codes'
import { toLine } from './coordinates'
import { makeGround, ringLine, riverLine, roadLine } from './ground'
import { placeLandmarks } from './landmarks'
import { counts, makeLand, makeLayers } from './layers'
import { nameAreas } from './names'
import { middleNames, roadNames, wardNames } from './names-data'
import { makePostcodes } from './postcodes'
import { makeRandom } from './random'
import { makeQuarters, residentsByCell } from './residents'
import { outlineOf, shapesOf } from './shapes'
import { makeSmallAreas } from './small-areas'
import { summarise, wardOfMost } from './summaries'
import type { City, CityShape } from './types'

/**
 * Makes the invented city of Wrenford: about 310,000 residents in 200 small areas, 40 middle
 * areas and 18 wards, with a river, a ring road, deprivation and 4,000 postcodes. Everything
 * follows from `seed`; the same seed gives the same city to the last digit. Takes about a second.
 * Nothing in it is a real place: see coordinates.ts, postcodes.ts and codes.ts.
 */
export function makeCity(seed: number): City {
  const random = makeRandom(seed)
  const ground = makeGround(random.fork('ground'))
  const cells = makeCells(ground, random.fork('cells'))
  const quarters = makeQuarters(ground, random.fork('quarters'))
  const residents = residentsByCell(cells, random.fork('residents'))
  const land = makeLand(cells, residents, seed)
  const layers = makeLayers(cells, land, random.fork('layers'))

  const small = summarise(cells, residents, layers.small, counts.small)
  const middle = summarise(cells, residents, layers.middle, counts.middle)
  const ward = summarise(cells, residents, layers.ward, counts.ward)
  const best = small.map((part) => wardOfMost(part.cells, residents, layers.ward))

  /** The shapes of a layer, by number. `owner` gives the area of each cell, -1 outside. */
  const draw = (owner: number[]) => {
    const named = (cell: number) => ((owner[cell] ?? -1) < 0 ? null : String(owner[cell]))
    const shapes = shapesOf(layers.arcs, named)
    return (part: number): CityShape => {
      const shape = shapes.get(String(part))
      if (!shape) throw new Error(`Area ${part} came out without a shape.`)
      return shape
    }
  }
  const shapes = {
    middle: draw(layers.middle),
    ward: draw(layers.ward),
    bestFit: draw(layers.small.map((part) => best[part]?.ward ?? -1)),
  }
  const name = (parts: typeof middle, list: typeof middleNames | typeof wardNames, near: number) =>
    nameAreas(
      ground,
      parts.map((part) => part.middle),
      list,
      near,
      random.fork(`names within ${near} km of the river`),
    )
  const names = { middle: name(middle, middleNames, 0.45), ward: name(ward, wardNames, 0.6) }
  const smallAreas = makeSmallAreas(
    { ground, quarters, layers, small, best },
    draw(layers.small),
    random.fork('small areas'),
  )
  const areaOf = (cell: number) => {
    const area = smallAreas[layers.small[cell] ?? -1]
    if (!area) throw new Error(`Cell ${cell} lies in no small area.`)
    return area
  }
  const postcodes = makePostcodes(cells, land, residents, areaOf, random.fork('postcodes'))
  return {
    seed,
    name: 'Wrenford',
    code: cityCode,
    outline: outlineOf(layers.arcs, (cell) => cells.inside[cell] === true),
    river: { name: 'River Wren', line: toLine(riverLine(ground)) },
    ringRoad: { name: 'Ring road', line: toLine(ringLine(ground)) },
    mainRoads: roadNames.map((road, i) => ({ name: road, line: toLine(roadLine(ground, i)) })),
    smallAreas,
    middleAreas: middle.map((_, i) => ({
      code: middleCode(i),
      name: middleName(i),
      localName: names.middle[i] ?? '',
      shape: shapes.middle(i),
      centre: labelPoint(shapes.middle(i)),
    })),
    wards: ward.map((_, i) => ({
      code: wardCode(i),
      name: names.ward[i] ?? '',
      shape: shapes.ward(i),
      centre: labelPoint(shapes.ward(i)),
      bestFitShape: shapes.bestFit(i),
      bestFitCentre: labelPoint(shapes.bestFit(i)),
    })),
    postcodes,
    landmarks: placeLandmarks(ground, quarters, postcodes),
  }
}

/** The seed of the city that tests, demonstration and benchmark share. */
export const wrenfordSeed = 2026
