// `npm run lock` after every change of dependencies: adds to package-lock.json the packages for
// other systems that npm left out (lock-file.mjs), so that `npm ci` passes everywhere.
import { readFileSync, writeFileSync } from 'node:fs'
import { missingEntries, platformEntry } from './lock-file.mjs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingEntries(lock)
for (const each of missing) lock.packages[`node_modules/${each.name}`] = platformEntry(each)
const [[top, root], ...rest] = Object.entries(lock.packages)
const sorted = rest.sort(([one], [two]) => (one < two ? -1 : 1))
lock.packages = Object.fromEntries([[top, root], ...sorted])
writeFileSync(file, JSON.stringify(lock, null, 2) + '\n')
console.log(missing.length === 0 ? 'Nothing was missing.' : `Added ${missing.length} packages.`)
