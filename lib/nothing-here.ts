/** Said alike of what is not there and of what may not be shown, so that it confirms neither. */
export const nothingHere = {
  title: 'Nothing here · Common Thread',
  heading: 'There is nothing here to show',
  why:
    'The address may be mistyped or out of date, or this may not be open to you in the role you ' +
    'are acting in now.',
  /** Where whatever went wrong may pass by itself. */
  again: 'If it has been open to you before, wait a minute and load it again.',
  home: 'Go to Today',
}

/** The answer of a route that is no page: the words that a page gives without script. */
export function nothingHereAnswer(): Response {
  const { title, heading, why, again, home } = nothingHere
  const words = `<h1>${heading}</h1><p>${why} ${again}</p><p><a href="/">${home}</a></p>`
  return new Response(
    `<!doctype html><html lang="en-GB"><title>${title}</title><main>${words}</main></html>`,
    {
      status: 404,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    },
  )
}
