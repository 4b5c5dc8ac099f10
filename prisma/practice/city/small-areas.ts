import { labelPoint } from '@/lib/areas/rules/geometry'
import { middleCode, smallCode, smallName, wardCode } from './codes'
import { makeDeprivation } from './deprivation'
import type { Ground } from './ground'
import type { Layers } from './layers'
import type { Random } from './random'
import type { Quarters } from './residents'
import { characterOf, populationOf } from './residents'
import type { Summary } from './summaries'
import type { CityShape, SmallArea } from './types'

/** What is known of the city when its small areas are written down. */
export type Survey = {
  ground: Ground
  quarters: Quarters
  layers: Layers
  small: Summary[]
  /** The ward of most people of each small area, with their share. */
  best: { ward: number; share: number }[]
}

/** The small areas with their people and deprivation, in the order of their codes. */
export function makeSmallAreas(
  { ground, quarters, layers, small, best }: Survey,
  shapeOf: (part: number) => CityShape,
  random: Random,
): SmallArea[] {
  const places = small.map(({ middle }) => ({
    point: middle,
    character: characterOf(ground, quarters, middle),
  }))
  const deprivation = makeDeprivation(places, random.fork('deprivation'))
  const ages = random.fork('ages')
  const letters = new Map<number, number>()
  return small.map((part, i) => {
    const [fit, deprived, place] = [best[i], deprivation[i], places[i]]
    if (!fit || !deprived || !place) throw new Error(`Small area ${i} came out empty.`)
    const middle = layers.middle[part.cells[0] ?? 0] ?? 0
    const letter = letters.get(middle) ?? 0
    letters.set(middle, letter + 1)
    const shape = shapeOf(i)
    return {
      code: smallCode(i),
      name: smallName(middle, letter),
      shape,
      centre: labelPoint(shape),
      middleCode: middleCode(middle),
      wardCode: wardCode(fit.ward),
      wardShare: fit.share,
      residents: part.residents,
      population: populationOf(part.residents, place.character, ages),
      deprivation: deprived,
      character: place.character,
    }
  })
}
