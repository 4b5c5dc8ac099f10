import type { Linking } from './link-crowd'
import { matchingSection } from './matching-report'
import type { Measured, Run } from './results'
import { floorBTable, jobsTable, machineLine, one, two, whole } from './tables'

function sizeSection(run: Run): string {
  const { made, machine, jobs } = run
  const took = Object.entries(made.took).map(([what, seconds]) => `${what} ${one(seconds)} s`)
  const rounds = jobs[0]?.rounds ?? 0
  const withoutSecurity = floorBTable(jobs)
  const beside = withoutSecurity ? ['Beside floor B:', withoutSecurity] : []
  return [
    `## ${whole(made.people)} people, ${whole(made.contacts)} contacts`,
    `${run.on}, ${rounds} rounds. ${machineLine(machine)}`,
    jobsTable(jobs),
    ...beside,
    `The data: ${whole(Math.round(run.sizeMb))} MB. Made in: ${took.join(', ')}.`,
  ].join('\n\n')
}

const cpuOf = ({ ours }: Measured) => ours.node + ours.postgres

function growthSection(runs: readonly Run[]): string {
  const [small, ...larger] = runs
  const intro =
    'How a job grows from the smallest size measured to the others: the median time of ours, and ' +
    'its processor time, which other work on the machine disturbs less. Runs are not made at the ' +
    'same moment, so look at their load averages first. The aim is under 1.3 from 10,000 people ' +
    'to 1,000,000. A database larger than the memory of its machine is read from disk, and that is ' +
    'part of the growth.'
  if (!small || larger.length === 0) {
    return `## Growth\n\n${intro} Only one size has been measured here, so nothing is claimed.`
  }
  const head = `| job | ${larger.map((run) => `${whole(small.made.people)} to ${whole(run.made.people)} people`).join(' | ')} |`
  const line = `|---|${larger.map(() => '---|').join('')}`
  const rows = small.jobs.map((job) => {
    const growth = larger.map((run) => {
      const same = run.jobs.find((other) => other.key === job.key)
      if (!same) return 'not measured'
      return `${two(same.ours.p50 / job.ours.p50)}, processor ${two(cpuOf(same) / cpuOf(job))}`
    })
    return `| ${job.key} ${job.job} | ${growth.join(' | ')} |`
  })
  return ['## Growth', intro, [head, line, ...rows].join('\n')].join('\n\n')
}

const intro = `# Benchmarks

Written by \`npm run bench\`; every figure comes from a run, none by hand. The bench makes a database of
its own on an embedded server (synchronous commits on), fills it in bulk, and measures each job in the
data path against **floor A**: the same answer by SQL written by hand and sent through \`pg\`, as the same
login, under the same row policies, in the same transaction boundary. The floors are in
\`scripts/bench/floors\`. Before measuring, every turn is asked of both sides and the run fails unless
the answers are equal. **Floor B** is the very functions of ours, in the same transactions, by a
superuser whom no policy binds: what row security costs. It reads rows that others may not, so its
answers are not compared, and what it reads more of is its own loss.

Rounds take the sides in turn, and each begins as often. A ratio is the median of the rounds' ratios of
median times, with a bootstrap interval of 95 %; it counts as met or missed only when the whole
interval does. Processor time is that of the process and of the database's connections, a turn.

What a ratio includes on our side and the floor leaves out: finding out who is asking and what for
(\`sign_in.begin\`: the header of every page), checking the form (W3), ranking and explaining (W2).
Both sides write the access log, the trail and history, and both call the same functions for a
search's candidates and for whose name may be shown, since no login may read what these rest on.
Before each round the searches made are moved out of the hour in which two hundred are allowed.

Agencies differ in size as they do: one knows three people in ten. Teams have about fifty people each.
\`npm run bench -- --people 1000000 --contacts 20000000\` needs some 50 GB of disk.`

/** Most kilobytes a page may add to an empty one, and most of HTML. */
const most = { reading: 10, form: 50, html: 30 }

function pagesSection(runs: readonly Run[]): string[] {
  const pages = runs.findLast((run) => run.pages)?.pages ?? []
  if (pages.length === 0) return []
  const rows = pages.map(({ name, kind, status, html, scripts }) => {
    if (status !== 200) return `| ${name} | ${kind} | not weighed: answers ${status} | | | | |`
    const verdicts = [
      scripts <= most[kind] ? 'met' : 'missed',
      html <= most.html ? 'met' : 'missed',
    ]
    const cells = [
      name,
      kind,
      one(scripts),
      String(most[kind]),
      verdicts[0],
      one(html),
      verdicts[1],
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '## Pages',
    'Kilobytes, compressed (gzip 6). Scripts above those that the same build gives an empty page, ' +
      `which are ${one(pages[0]?.empty ?? 0)} kB (React and the framework; the script for browsers ` +
      `without modules left out). HTML: at most ${most.html} kB.`,
    [
      '| page | kind | scripts above empty | at most | | HTML | |',
      '|---|---|---|---|---|---|---|',
      ...rows,
    ].join('\n'),
  ]
}

function ratesSection(runs: readonly Run[]): string[] {
  const run = runs.findLast(({ rates }) => rates)
  const [nothing] = run?.rates ?? []
  if (!run?.rates || !nothing) return []
  const rows = run.rates.map(({ name, requestsPerSecond }) => {
    const share = two(requestsPerSecond / nothing.requestsPerSecond)
    return `| ${name} | ${one(requestsPerSecond)} | ${share} |`
  })
  return [
    '## Pages a second',
    `Whole pages of the built app beside ${whole(run.made.people)} people, asked by four connections ` +
      'at once for six seconds each. Privacy reads nothing; the share is of its rate.',
    ['| page | requests a second | share |', '|---|---|---|', ...rows].join('\n'),
  ]
}

/** The document of all sizes measured, smallest first. */
export function report(runs: readonly Run[], linkings: readonly Linking[] = []): string {
  const sorted = [...runs].sort((a, b) => a.made.people - b.made.people)
  return `${[intro, ...sorted.map(sizeSection), growthSection(sorted), ...pagesSection(sorted), ...ratesSection(sorted), ...matchingSection(linkings)].join('\n\n')}\n`
}
