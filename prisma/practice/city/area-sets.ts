import type { AreaLoad, NewArea, NewAreaSet, NewLookup } from '@/lib/areas/schema'
import { deprivationDomains } from './types'
import type { City, LonLat, SmallArea } from './types'

/** Year of the invented census and index; the same for every seed. */
export const cityYear = 2025
const source = 'invented with the practice city'

const keys = {
  small: 'wrenford-small',
  middle: 'wrenford-middle',
  ward: 'wrenford-wards',
  bestFit: 'wrenford-wards-bestfit',
  city: 'wrenford',
} as const

/** Keys of the five sets of the practice city in the database. */
export const citySetKeys = keys

function setOf(city: City, rest: Pick<NewAreaSet, 'key' | 'name' | 'kind'>): NewAreaSet {
  return {
    ...rest,
    place: city.name,
    shapes: 'published',
    validFrom: null,
    validTo: null,
    attribution: `${city.name} is an invented city. Nothing on this map or in its figures is real.`,
    licence: 'MIT, with the program',
    practice: true,
    areas: [],
    populations: [],
    measures: [],
    postcodes: [],
    features: [],
  }
}

const areaOf = (area: Pick<SmallArea, 'code' | 'name' | 'shape' | 'centre'>): NewArea => ({
  code: area.code,
  name: area.name,
  shape: area.shape,
  centre: area.centre,
})

const measuresOf = ({ code, deprivation }: SmallArea) => {
  const row = (measure: string, value: number) => ({
    areaCode: code,
    measure,
    year: cityYear,
    value,
    source,
  })
  return [
    row('imd_rank', deprivation.rank),
    row('imd_decile', deprivation.decile),
    row('imd_score', deprivation.score),
    ...deprivationDomains.map((d) => row(`${d}_decile`, deprivation.domains[d])),
  ]
}

const populationsOf = ({ code, residents, population }: SmallArea) => [
  {
    areaCode: code,
    ageBand: 'all',
    sex: 'persons' as const,
    year: cityYear,
    count: residents,
    source,
  },
  ...population.map(({ ageBand, sex, count }) => ({
    areaCode: code,
    ageBand,
    sex,
    year: cityYear,
    count,
    source,
  })),
]

function lookupsOf(city: City): NewLookup[] {
  return city.smallAreas.flatMap(({ code, middleCode, wardCode, wardShare }): NewLookup[] => {
    const from = { fromKey: keys.small, fromCode: code }
    const wardKind = wardShare === 1 ? ('nested' as const) : ('best-fit' as const)
    return [
      { ...from, toKey: keys.middle, toCode: middleCode, kind: 'nested' },
      { ...from, toKey: keys.ward, toCode: wardCode, kind: wardKind },
      { ...from, toKey: keys.bestFit, toCode: wardCode, kind: 'nested' },
      { ...from, toKey: keys.city, toCode: city.code, kind: 'nested' },
    ]
  })
}

/** A point for the whole city's label: its market cross. */
const cityCentre: LonLat = [2.5, 55]

/** The city as area sets, in the shape that a real place's files give, ready to be written. */
export function cityAreaSets(city: City): AreaLoad {
  const { name } = city
  const small: NewAreaSet = {
    ...setOf(city, { key: keys.small, name: `${name}: small areas`, kind: 'small' }),
    areas: city.smallAreas.map(areaOf),
    populations: city.smallAreas.flatMap(populationsOf),
    measures: city.smallAreas.flatMap(measuresOf),
    postcodes: city.postcodes.map(({ postcode, smallCode, lon, lat, from, to }) => ({
      postcode: postcode.replace(' ', ''),
      areaCode: smallCode,
      lon,
      lat,
      validFrom: from,
      validTo: to,
    })),
  }
  const middle: NewAreaSet = {
    ...setOf(city, { key: keys.middle, name: `${name}: middle areas`, kind: 'middle' }),
    areas: city.middleAreas.map((area) => ({ ...areaOf(area), localName: area.localName })),
  }
  const wards: NewAreaSet = {
    ...setOf(city, { key: keys.ward, name: `${name}: wards`, kind: 'ward' }),
    areas: city.wards.map(areaOf),
  }
  const madeOfSmall = `${name}: wards, put together from small areas`
  const bestFit: NewAreaSet = {
    ...setOf(city, { key: keys.bestFit, name: madeOfSmall, kind: 'ward' }),
    shapes: 'best-fit',
    areas: city.wards.map((w) => areaOf({ ...w, shape: w.bestFitShape, centre: w.bestFitCentre })),
  }
  const river = { ...city.river, kind: 'river' as const }
  const roads = [city.ringRoad, ...city.mainRoads].map((r) => ({ ...r, kind: 'road' as const }))
  const whole: NewAreaSet = {
    ...setOf(city, { key: keys.city, name: `${name}: whole place`, kind: 'city' }),
    areas: [areaOf({ code: city.code, name, shape: city.outline, centre: cityCentre })],
    features: [river, ...roads],
  }
  return { sets: [small, middle, wards, bestFit, whole], lookups: lookupsOf(city) }
}
