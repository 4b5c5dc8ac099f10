import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { knownCause, Sentence } from './sentence.mjs'
import { lastLines, runNode, step } from './programs.mjs'

/** Installs the packages of the lock file, if what is installed is not just that. */
export async function install(root) {
  if (isInstalled(root)) return
  await step('Installing packages (a minute or two)', () => clean(root))
}

/**
 * Whether node_modules holds what package-lock.json says: npm's own note of what it installed
 * (node_modules/.package-lock.json) names the same versions and misses only optional packages.
 */
export function isInstalled(root) {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const { packages: there } = JSON.parse(readFileSync(noted, 'utf8'))
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).every(([path, { version, optional, peer, devOptional }]) => {
    if (path === '') return true
    const isOptional = optional || peer || devOptional
    return there[path] ? there[path].version === version : isOptional
  })
}

async function clean(root) {
  const env = {
    ...process.env,
    // What the build needs are "development" packages, whatever NODE_ENV says.
    NODE_ENV: 'development',
    CHECKPOINT_DISABLE: '1',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  }
  const { code, output } = await npm(['ci', '--include=dev'], { env, cwd: root })
  if (code === 0) return
  throw new Sentence(`The packages could not be installed. ${reason(output)}`)
}

async function npm(args, options) {
  const ours = process.env.npm_execpath
  if (ours?.endsWith('.js')) return runNode([ours, ...args], options)
  const isWindows = process.platform === 'win32'
  const done = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, {
    ...options,
    encoding: 'utf8',
    shell: isWindows,
  })
  if (done.error?.code === 'ENOENT') throw new Sentence('npm is missing. Install it with Node.')
  return { code: done.status ?? 1, output: `${done.stdout}${done.stderr}` }
}

function reason(output) {
  const known = knownCause(output)
  if (known) return known
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output)) {
    return 'The npm registry cannot be reached. Check the network and start again.'
  }
  if (/gyp ERR|not found: make|g\+\+/.test(output)) {
    return 'A package needs a compiler. Install one (on Debian: build-essential) and start again.'
  }
  if (/EACCES|EPERM/.test(output)) {
    return 'This user may not write to node_modules. Start as the user who owns this folder.'
  }
  return `npm said:\n${lastLines(output)}`
}
