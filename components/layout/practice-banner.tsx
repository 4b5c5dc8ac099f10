/** On every page and print of a practice place. */
export function PracticeBanner() {
  return (
    <aside
      aria-label="Practice"
      className="keep-colour bg-caution-wash px-4 py-1.5 text-note text-ink lg:px-7"
    >
      <strong>Practice.</strong> Everyone here is invented. Type nothing about a real person.
    </aside>
  )
}
