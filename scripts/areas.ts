import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { NotThisPlace, writeAreas } from '@/lib/areas/commands'
import { licenceOf, readAreaFiles, readAttribution } from '@/lib/areas/read-files'
import { assembleAreas } from '@/lib/areas/rules/assemble'
import { sayProblems } from '@/lib/areas/rules/problems'
import type { AreaLoad } from '@/lib/areas/schema'
import { connected } from './connection.mjs'

const usage = `npm run areas -- FOLDER [--attribution "Whose data this is"] [--licence NAME]
                      [--place NAME] [--check]

Takes the GeoJSON and CSV files of a folder, as the Office for National Statistics publishes
them, into the database at DATABASE_URL_OWNER. --check reads them and writes nothing.`

const options = {
  attribution: { type: 'string' },
  licence: { type: 'string' },
  place: { type: 'string' },
  check: { type: 'boolean', default: false },
} as const

class Stop extends Error {}

function settings() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [folder] = positionals
  if (!folder) throw new Stop(usage)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Stop(`There is no folder ${folder}.`)
  }
  const attribution = values.attribution ?? readAttribution(folder)
  if (!attribution) {
    throw new Stop(
      'Say whose data this is: --attribution "Contains …", or put it in attribution.txt beside ' +
        'the files. It is shown on every map, as the licence asks.',
    )
  }
  const licence = values.licence ?? licenceOf(attribution)
  const place = values.place === undefined ? {} : { place: values.place }
  return { folder, check: values.check, given: { attribution, licence, practice: false, ...place } }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

function sayLoad({ sets, lookups }: AreaLoad) {
  for (const set of sets) {
    const valid = set.validTo === null ? '' : `, ${set.validFrom ?? '…'} to ${set.validTo}`
    say(
      `  ${set.name} (${set.key}${valid}): ${set.areas.length} areas, ${set.populations.length} ` +
        `counts of residents, ${set.measures.length} figures, ${set.postcodes.length} postcodes`,
    )
  }
  say(`  ${lookups.length} lookups from area to area`)
}

async function main() {
  const { folder, check, given } = settings()
  const { load, notes, problems } = assembleAreas(readAreaFiles(folder), given)
  for (const { file, message } of notes) say(`${file}: ${message}`)
  if (load.sets.length === 0 && problems.length === 0) {
    throw new Stop(`There are no files of areas in ${folder}.`)
  }
  if (problems.length > 0) {
    const said = ['Nothing was loaded. Mend these and try again:', ...sayProblems(problems)]
    throw new Stop(said.join('\n'))
  }
  if (check) {
    say('\nRead without a fault; nothing was written:')
    return sayLoad(load)
  }
  const url = process.env['DATABASE_URL_OWNER']
  if (!url) throw new Stop('Set DATABASE_URL_OWNER to the owner’s address of the database.')
  await connected(url, async (client) => {
    await client.query('begin')
    await writeAreas((text, values) => client.query(text, values), load)
    await client.query('commit')
  })
  say('\nLoaded:')
  sayLoad(load)
  say(`Shown with: ${given.attribution}`)
}

main().catch((error: unknown) => {
  const isSentence =
    error instanceof Stop ||
    error instanceof NotThisPlace ||
    (error instanceof Error && error.name === 'Sentence')
  process.stderr.write(
    isSentence ? `${error.message}\n` : `${String((error as Error).stack ?? error)}\n`,
  )
  process.exitCode = 1
})
