import { spawn } from 'node:child_process'
import { Sentence } from './sentence.mjs'

const running = new Set()

/** Ends the programs that are still running, when we are told to stop in the middle of a step. */
export function endPrograms() {
  for (const child of running) child.kill('SIGTERM')
}

/**
 * Runs a Node program of ours or of a package to its end.
 *
 * @param {string[]} args for Node: its options, the script, the script's arguments
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean, cwd?: string }} [options] `show`: its output
 *   goes to the terminal as it comes, and is not returned
 * @returns {Promise<{ code: number, output: string }>} both output streams in the order they came
 */
export function runNode(args, { env = process.env, show = false, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = spawn(process.execPath, args, { env, stdio, cwd })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => (output += chunk))
    }
    child.once('error', reject)
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code: signal ? 1 : (code ?? 1), output })
    })
  })
}

/** Runs TypeScript of ours: `server-only` is let through, as it is inside Next. */
export const typescript = (script, ...args) => [
  '--conditions=react-server',
  '--import',
  'tsx',
  script,
  ...args,
]

/**
 * One line of progress: what is being done, then how long it took.
 *
 * @template T
 * @param {string} words what is being done
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(words, work) {
  process.stdout.write(`  ${words} … `)
  const begin = Date.now()
  try {
    const result = await work()
    const seconds = (Date.now() - begin) / 1000
    process.stdout.write(`${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s\n`)
    return result
  } catch (error) {
    process.stdout.write('stopped\n')
    throw error
  }
}

/** The last lines of a program's output, for a sentence about its failure. */
export function lastLines(output, count = 15) {
  return output.trim().split('\n').slice(-count).join('\n')
}

const oldestNode = [20, 19]

/** Refuses a Node that the packages do not support, before they fail in stranger words. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
  if (!isOld) return
  throw new Sentence(
    `This is Node ${version}. Common Thread needs Node ${oldestNode.join('.')} or later; ` +
      'install it from your system or nodejs.org and start again.',
  )
}
