/** Something wrong in a file, said so that whoever made it can mend it. */
export type Problem = {
  file: string
  /** Line of a table, counted from 1 with the heading as line 1. */
  line?: number
  /** Feature of a GeoJSON file, counted from 1. */
  feature?: number
  column?: string
  message: string
}

/** 'wards.csv, line 14, column "lat": …' */
export function sayProblem({ file, line, feature, column, message }: Problem): string {
  const where = [
    file,
    line === undefined ? null : `line ${line}`,
    feature === undefined ? null : `feature ${feature}`,
    column === undefined ? null : `column “${column}”`,
  ]
  return `${where.filter((part) => part !== null).join(', ')}: ${message}`
}

/** The first few of a long list, and how many more there are. */
export function sayProblems(problems: readonly Problem[], most = 20): string[] {
  const shown = problems.slice(0, most).map(sayProblem)
  const rest = problems.length - shown.length
  return rest > 0 ? [...shown, `… and ${rest} more.`] : shown
}
