type Entry = { version?: string; optionalDependencies?: Record<string, string> }

export function missingEntries(lock: {
  packages: Record<string, Entry>
}): { by: string; name: string; version: string }[]
export function platformEntry(missing: { name: string; version: string }): {
  version: string
  cpu: string[]
  optional: true
  os?: string[]
}
