import type { Run } from './results'

/**
 * A run as `--json` prints it: medians in ms, ratios as medians of the rounds' ratios; null where
 * no floor of that kind is written, or nothing was measured.
 */
export const asJson = ({ made, jobs, rates }: Run) => ({
  jobs: jobs.map((job) => ({
    name: job.job,
    people: made.people,
    ours: job.ours.p50,
    floorA: job.floor?.p50 ?? null,
    floorB: job.floorB?.p50 ?? null,
    ratioA: job.ratio?.median ?? null,
    ratioB: job.ratioB?.median ?? null,
  })),
  pages: rates ?? [],
})
