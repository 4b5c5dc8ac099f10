/** The first stop of the Tab key on every page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-30 bg-focus p-3 font-bold text-ink focus:not-sr-only focus:absolute"
    >
      Skip to main content
    </a>
  )
}
