import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { delimiter, join } from 'node:path'
import { Sentence } from './sentence.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The browser for the end-to-end tests: CHROMIUM, else one that is installed, else one that we get
 * (Debian's package as root, the same unpacked into `folder` as an ordinary user, Playwright's own
 * where its downloads can be reached).
 *
 * @param {string} folder where an unpacked browser is kept for the next time
 * @param {string} root the repository
 * @returns {string} the program's path
 * @throws {Sentence} when none can be had: the tests are never quietly skipped
 */
export function findBrowser(folder, root) {
  const given = process.env.CHROMIUM
  if (given) {
    if (works(given)) return given
    throw new Sentence(`CHROMIUM is ${given}, and no browser starts from there.`)
  }
  return (
    installed() ??
    unpacked(folder) ??
    playwrights(root) ??
    fromPackagesAsRoot() ??
    fromUnpackedPackages(folder) ??
    fromPlaywright(root) ??
    none()
  )
}

const works = (program) => spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0

function installed() {
  const places = (process.env.PATH ?? '').split(delimiter)
  const paths = names.flatMap((name) => places.map((place) => join(place, name)))
  return paths.filter((path) => fs.existsSync(path)).find(works)
}

function fromPackagesAsRoot() {
  if (process.getuid?.() !== 0 || !has('apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, timeout: 300_000 }).status
  apt('update')
  if (apt('install', '-y', '--no-install-recommends', 'chromium') !== 0) return undefined
  return installed()
}

/**
 * Without root: apt with folders of its own fetches the packages, and dpkg unpacks them side by
 * side. What chromium needs beyond the system's libraries is fetched too, and found through a
 * small script that sets the library path.
 */
function fromUnpackedPackages(folder) {
  if (!has('apt-get') || !has('dpkg')) return undefined
  const base = join(folder, 'apt')
  for (const part of ['lists/partial', 'archives/partial', 'debs', 'root']) {
    fs.mkdirSync(join(base, part), { recursive: true })
  }
  const options = [
    `Dir::State::lists=${base}/lists`,
    `Dir::Cache=${base}`,
    `Dir::Cache::archives=${base}/archives`,
    'APT::Sandbox::User=',
  ].flatMap((option) => ['-o', option])
  const apt = (args, cwd) => {
    const done = spawnSync('apt-get', ['-qq', ...options, ...args], {
      cwd,
      encoding: 'utf8',
      timeout: 300_000,
    })
    return done.status === 0 ? done.stdout : null
  }
  if (apt(['update']) === null) return undefined
  const plan = apt(['install', '--simulate', '--no-install-recommends', 'chromium'])
  const wanted = [...(plan ?? '').matchAll(/^Inst (\S+)/gm)].map((found) => found[1])
  if (wanted.length === 0 || apt(['download', ...wanted], join(base, 'debs')) === null) {
    return undefined
  }
  for (const deb of fs.readdirSync(join(base, 'debs'))) {
    spawnSync('dpkg', ['-x', join(base, 'debs', deb), join(base, 'root')])
  }
  fs.rmSync(join(base, 'debs'), { recursive: true })
  return writeLauncher(base)
}

const launcher = (folder) => join(folder, 'apt', 'chromium')

function unpacked(folder) {
  return fs.existsSync(launcher(folder)) && works(launcher(folder)) ? launcher(folder) : undefined
}

function writeLauncher(base) {
  const lib = spawnSync('dpkg-architecture', ['-qDEB_HOST_MULTIARCH'], { encoding: 'utf8' })
  const triplet =
    lib.stdout?.trim() || `${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch]}-linux-gnu`
  const at = (path) => `${base}/root${path}`
  const libraries = [at(`/usr/lib/${triplet}`), at(`/lib/${triplet}`), at('/usr/lib/chromium')]
  const path = join(base, 'chromium')
  const program = at('/usr/lib/chromium/chromium')
  const setPath = `export LD_LIBRARY_PATH="${libraries.join(':')}"`
  const text = `#!/bin/sh\n${setPath}\nexec "${program}" "$@"\n`
  fs.writeFileSync(path, text, { mode: 0o755 })
  return works(path) ? path : undefined
}

function fromPlaywright(root) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: root, timeout: 300_000 })
  return playwrights(root)
}

// Asked of Playwright itself: where its browser of this version would be.
function playwrights(root) {
  const script = `import('@playwright/test').then(m => console.log(m.chromium.executablePath()))`
  const asked = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })
  const path = asked.stdout.trim()
  return path && fs.existsSync(path) && works(path) ? path : undefined
}

const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

function none() {
  throw new Sentence(
    'The tests need a browser and none could be had. Install Chromium (on Debian, as root: ' +
      'apt-get install chromium) or set CHROMIUM to its path.',
  )
}
