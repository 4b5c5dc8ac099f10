import type { Accuracy } from './accuracy'
import type { AttackResult } from './attack-result'
import { methods } from './methods'

/** All that one run measured. */
export interface Evaluation {
  attacks: AttackResult[]
  accuracy: Accuracy[]
  people: number
  publications: number
  seconds: number
}

const head = `# What protection withstands, and what it costs

Written by \`npm run evaluate:protection -- --write\`; every figure comes from that run, none by hand.
It plays the reader of insight against invented people of the practice place. The reader knows the
method and its parameters, not the keys; keeps every publication; and in attacks over time knows who
came and went. *Ours* is the open profile with all layers; *cell keys alone* is the same noise without
the programme, the shape rules, the budget and repeated values, to show what each is for. The others
are rules in use elsewhere: 1 to 4 hidden; 1 to 7 hidden and the rest to the nearest 5; all to the
nearest 5; under 10 hidden and the rest to the nearest 5.

Reconstruction gets more than we publish: no row is withheld, and three-way tables are played, which
the programme does not have. *All sixteen* gives the reader exactly who of each kind joined and left
between publications, so that every value tells of one and the same place.

## Attacks

Where a count is at stake: how often it was proved or guessed exactly, of how many tries; in brackets
the narrowest interval proved. Where something of a person is at stake: how much oftener it was told
rightly than from the margins or by the commoner answer (0.5 is everything, 0 is nothing), and how
often it was proved.
`

const weak = `
## Where ours is weakest

- *Averaging*: the noise is of a known size and nothing else hides a group of twelve. The partition
  budget and repeated values hold the number of looks down; they do not make it one.
- *Insiders*: who knows all but one in a cell gains what the table says and no more; who knows
  everybody in the place but one gains from each table in which that one counts.
- *A withheld breakdown* tells who knows the rule that nearly all of the group may be alike.
- *A repeated value that changes* tells who knows of every single leaver that three of them had the
  attribute. With fresh values each time, each leaver would tell by themselves.
- *Somebody is there*: a shown positive says so. Nobody there is always shown as 0, as are most ones.

## Accuracy

Cells of twenty people and more in all two-way tables of ward, age, sex and ethnic group, over all
publications; and the share of pairs of wards that are shown in their true order.
`

/** The page of figures, from one run. */
export function writeReport({
  attacks,
  accuracy,
  people,
  publications,
  seconds,
}: Evaluation): string {
  const names = methods.map(({ name }) => name)
  const rows = [...new Set(attacks.map(({ attack }) => attack))].map((attack) => {
    const cells = names.map((name) =>
      inWords(attacks.find((one) => one.attack === attack && one.method === name)),
    )
    return line([attack, ...cells])
  })
  const costs = accuracy.map((one) =>
    line([
      one.method,
      percent(one.medianRelativeError),
      percent(one.p90RelativeError),
      percent(one.wardOrderKept),
    ]),
  )
  const size = `${people} people at a time, ${publications} quarterly publications, ${seconds} seconds.`
  return [
    head,
    line(['attack', ...names]),
    line(['---', ...names.map(() => '---')]),
    ...rows,
    weak,
    line(['method', 'median error', '90th percentile', 'wards in order']),
    line(['---', '---', '---', '---']),
    ...costs,
    `\n${size}\n`,
  ].join('\n')
}

function inWords(result: AttackResult | undefined): string {
  if (result === undefined) return 'not played'
  const { trials, exact, narrowestInterval, inferenceGain } = result
  const found = `${exact} of ${trials}`
  if (inferenceGain !== null) return `${inferenceGain.toFixed(3)}; ${found}`
  return narrowestInterval === null ? found : `${found} (${narrowestInterval})`
}

const line = (cells: string[]) => `| ${cells.join(' | ')} |`
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
