import { Link } from './link'

type PaginationProps = {
  previous?: string | undefined
  next?: string | undefined
  /** What is paged through, for those who hear the page: `people`, `entries`. */
  of: string
}

/**
 * Earlier and later parts of a list. No numbers: a count of pages would count rows that this reader
 * may not see, and lists are read from a key, not from a position.
 */
export function Pagination({ previous, next, of }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={`More ${of}`} className="no-print mt-5 flex gap-6 font-bold">
      {previous ? (
        <Link href={previous} rel="prev">
          Previous<span className="sr-only"> {of}</span>
        </Link>
      ) : null}
      {next ? (
        <Link href={next} rel="next">
          Next<span className="sr-only"> {of}</span>
        </Link>
      ) : null}
    </nav>
  )
}
