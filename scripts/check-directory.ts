import { readFileSync, statSync } from 'node:fs'
import { askHost } from '@/lib/directory/ask-host'
import { readFeed } from '@/lib/directory/read-feed'
import { checkFile } from '@/lib/directory/rules/check-file'
import type { Report } from '@/lib/directory/rules/report'

const usage = 'npm run directory:check -- URL|FILE   (a feed of services in Open Referral UK form)'
const LARGEST = 500 * 1024 * 1024

const failed = (path: string, reason: string): Report => ({
  ...{ pages: 0, services: 0 },
  ...{ errors: [{ path, reason }], warnings: [] },
})

function readHere(path: string): Report {
  try {
    if (statSync(path).isDirectory()) return failed(path, 'is a folder; name one file')
    if (statSync(path).size > LARGEST) return failed(path, 'is larger than 500 megabytes')
    return checkFile(readFileSync(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT') return failed(path, 'there is no such file')
    if (code === 'EACCES') return failed(path, 'may not be read by you')
    throw error
  }
}

/** An address typed by hand may be of this machine too: whoever typed it chose it. */
async function check(given: string): Promise<Report> {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(given)) return readHere(given)
  return URL.canParse(given)
    ? readFeed(new URL(given), askHost())
    : failed(given, 'is no address that can be asked')
}

const [given, ...rest] = process.argv.slice(2)
if (given === undefined || rest.length > 0) {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else {
  const report = await check(given)
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  process.exitCode = report.errors.length > 0 ? 1 : 0
}
