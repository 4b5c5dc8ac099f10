import {
  faultsOf,
  priorFor,
  shippedParameters,
  type Parameters,
} from '@/lib/people/matching/parameters'
import type { WorkerScope } from '@/lib/worker'

/** The values in use, and the name by which links and suggestions say they were made with them. */
export type Version = { name: string; parameters: Parameters }

/**
 * The version an administrator has accepted last; those shipped, until one is.
 *
 * @throws Error when what is stored cannot be used: nothing is linked by values nobody can check
 */
export async function versionUsed({ ask }: WorkerScope): Promise<Version> {
  const [row] = await ask<Version>('select name, parameters from identity.version_used()')
  if (!row) {
    const parameters = shippedParameters()
    return { name: parameters.version, parameters }
  }
  const faults = faultsOf(row.parameters)
  if (faults.length > 0) throw new Error(`Version ${row.name} cannot be used: ${faults.join('; ')}`)
  return row
}

/** The same values for a register of another size: only the odds before looking depend on it. */
export const parametersFor = (parameters: Parameters, records: number): Parameters => ({
  ...parameters,
  priorBits: priorFor(Math.max(2, records), (parameters.recordsPerPerson - 1) / 2),
})
