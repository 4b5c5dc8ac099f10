const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

/**
 * The optional packages that a lock file speaks of and has no entry for. npm leaves out those that
 * the registry of the day could not give (packages for other systems), and then refuses the file
 * (`npm ci`, npm 11: "Missing: … from lock file").
 *
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 * @returns {{ by: string, name: string, version: string }[]}
 */
export function missingEntries({ packages }) {
  return Object.entries(packages).flatMap(([by, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isFound(packages, by, name))
      .map(([name, range]) => ({ by, name, version: range.replace(/^[\^~]/, '') })),
  )
}

/** The entry npm itself would write for a package of another system, told by its name. */
export function platformEntry({ name, version }) {
  const words = name.split('/').at(-1).split('-')
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  if (cpu.length === 0) throw new Error(`For which processor is ${name}? Add its entry by hand.`)
  return { version, cpu, optional: true, ...(os.length > 0 ? { os } : {}) }
}

// As Node looks: beside the package that asks, then in each folder above it.
function isFound(packages, by, name) {
  for (let base = by; ;) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true
    if (!base) return false
    base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))
  }
}
