import { random } from '../../random'
import { addDays } from '../days'
import { say, startDraft } from '../draft'
import { head } from '../heads'
import { profileOf } from '../profile'
import { spots } from '../team-place-data'
import type { Life } from '../types'
import { contact, involve } from '../verbs'
import type { World } from '../world'

const SEEN = [
  'Man, perhaps fifty, grey beard, red sleeping bag. Nods, does not speak.',
  'Woman, thirties, green parka, a small brown dog. Says good morning, not her name.',
  'Young man, tall, school rucksack. Moves off when we come near.',
  'Older woman with a shopping trolley covered in a blue tarpaulin.',
  'Man with a crutch, sleeps sitting up. Speaks a language we could not place.',
  'Person in a long black coat, face covered. Takes the soup, leaves the cup folded.',
  'Two coats, headphones, about twenty-five. Writes in a notebook.',
  'Man, forties, builder’s boots. Told us to come back when it is raining.',
]

const NOTES = [
  'Asleep, breathing well. Left a hot water bottle and a card.',
  'Awake. Took socks. No name today either, and that is fine.',
  'Not there; the cardboard is. Will look again at ten.',
  'A word or two about the weather. First words in a month.',
  'Asked whether the day centre lets dogs in.',
  'Sitting up, looked better for the dry night. Tea, no talk.',
  'Gone before us, bed still warm. Left porridge.',
  'Feet looked at by the nurse. A nod for thank you.',
  'Moved two doors along. Somebody had been unkind.',
]

/** Somebody met outside who has not given a name: the outreach team's alone, never matched. */
export function unnamedPerson(world: World, index: number): Life {
  const rng = random(`unnamed ${world.seed} ${index}`)
  const draft = startDraft(world, profileOf(world.seed, index, world.today))
  const { life } = draft
  const team = 'lantern-outreach'
  const firstSeen = addDays(world.today, -rng.int(20, 140))
  draft.now = firstSeen
  life.displayName = 'Not named'
  life.dealt = ['homelessness']
  life.culture = 'not known'
  const place = rng.pick(spots)
  involve(draft, team, 'present').locates = true
  let on = firstSeen
  let lastSeen = firstSeen
  while (on <= draft.last) {
    const early = { minutes: rng.int(65, 76) * 5, audience: 'team' as const }
    const words = say(draft, 'unnamed', NOTES)
    contact(draft, team, on, { ...early, kind: 'street', heading: 'Met on outreach', words, place })
    lastSeen = on
    on = addDays(on, rng.int(4, 17))
  }
  life.unnamed = {
    ...head(draft, team, firstSeen, { audience: 'team', locates: true }),
    description: SEEN[Math.floor(index / 250) % SEEN.length] ?? '',
    place,
    areaCode: world.officeArea(team),
    firstSeen,
    lastSeen,
  }
  return life
}
