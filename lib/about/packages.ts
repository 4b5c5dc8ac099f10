/** A package that the service is made of. */
export type PackageLicence = { name: string; version: string; licence: string }

type Lock = {
  packages?: Record<string, { version?: string; license?: unknown; dev?: boolean; link?: boolean }>
}

/**
 * What the running service contains, from the lock file: each package once with its newest version,
 * by name. Those needed for building and testing alone are left out. Pure.
 */
export function readPackages(lockText: string): PackageLicence[] {
  const lock = JSON.parse(lockText) as Lock
  const found = new Map<string, PackageLicence>()
  for (const [path, { version, license, dev, link }] of Object.entries(lock.packages ?? {})) {
    const name = path.split('node_modules/').at(-1) ?? ''
    if (path === '' || dev || link || !version) continue
    found.set(name, {
      name,
      version,
      licence: typeof license === 'string' ? license : 'as stated in the package',
    })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
