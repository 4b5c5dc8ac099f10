/** What was published of the whole country: by whom, when, of which year, and what it counted. */
export type Benchmark = {
  readonly name: string
  readonly published: string
  readonly counted: string
  /** People in exactly so many of the domains, in a year. */
  readonly people: readonly {
    readonly key: string
    readonly words: string
    readonly count: number
  }[]
  readonly caution: string
}

/** *Hard Edges* (Bramley, Fitzpatrick and others, Heriot-Watt University for Lankelly Chase). */
export const hardEdges: Benchmark = {
  name: 'Hard Edges, England (Lankelly Chase)',
  published: 'January 2015',
  counted: 'people seen in services of 2010/11',
  people: [
    { key: '1', words: 'one', count: 364_000 },
    { key: '2', words: 'two', count: 164_000 },
    { key: '3', words: 'all three', count: 58_000 },
  ],
  caution:
    'It counted data sets of probation, drug treatment and housing support, fifteen years ago; this ' +
    'counts needs as workers here see them. It reached women and minority groups less. The two say ' +
    'what overlap looks like, and not which place has more.',
}
