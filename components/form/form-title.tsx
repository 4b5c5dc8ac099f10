/** What every page's title ends with; the same as the template in app/layout.tsx. */
const SITE = ' · Common Thread'

/**
 * The title of a page with a form. Drawn here and not by `metadata`, which cannot know, without
 * JavaScript, that what was sent came back with errors.
 */
export function FormTitle({ title, wrong }: { title: string; wrong: boolean }) {
  return <title>{(wrong ? 'Error: ' : '') + title + SITE}</title>
}
