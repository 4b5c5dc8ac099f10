import { parseArgs } from 'node:util'
import { InfeasibleParameters } from '@/lib/insight/rules/perturbation-parameters'
import { makePerturbationTable, writePerturbationCsv } from '@/lib/insight/rules/perturbation-table'
import { Sentence } from './sentence.mjs'

const usage = 'npm run ptable -- --D 10 --V 8 [--js 4] [--pstay 0.5]'

/** Prints the perturbation table of the parameters given, as CSV. */
function main(): void {
  const { values } = parseArgs({
    options: {
      D: { type: 'string' },
      V: { type: 'string' },
      js: { type: 'string', default: '0' },
      pstay: { type: 'string', default: '0' },
    },
  })
  if (values.D === undefined || values.V === undefined) throw new Sentence(`Use: ${usage}`)
  const table = makePerturbationTable({
    D: numberOf('D', values.D),
    V: numberOf('V', values.V),
    js: numberOf('js', values.js),
    pstay: numberOf('pstay', values.pstay),
  })
  process.stdout.write(writePerturbationCsv(table))
}

function numberOf(name: string, text: string): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) {
    throw new Sentence(`--${name} is a number, not "${text}".`)
  }
  return number
}

try {
  main()
} catch (error) {
  const isParse = error instanceof TypeError && 'code' in error
  if (!(error instanceof Sentence || error instanceof InfeasibleParameters || isParse)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
