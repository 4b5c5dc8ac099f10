import { ownPath } from '@/lib/own-path'

const style = `body{margin:0;background:#f6f4f0;color:#1f2524;font:1.125rem/1.5 system-ui,sans-serif}
header,main{max-width:38rem;margin:0 auto;padding:1.5rem}h1{margin:0 0 1rem;font-size:2rem}
p{margin:0 0 1rem}a{color:#07403d}`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => entities[sign] ?? '')

/**
 * What is shown while the service is too busy to draw a page: calm, made without the database, and
 * it comes again by itself, without script. Not everybody in the same second.
 */
export function GET(request: Request): Response {
  const back = ownPath(new URL(request.url).searchParams.get('to'))
  const to = escaped(back)
  const nonce = escaped(request.headers.get('x-nonce') ?? '')
  const seconds = 3 + Math.floor(Math.random() * 5)
  const page = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Busy · Common Thread</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${style}</style></head>
<body><header><p>Common Thread</p></header><main><h1>Busy just now</h1>
<p>Many people are working here at this moment. This page tries again by itself in a few seconds.</p>
<p><a href="${to}">Try again now</a></p></main></body></html>`
  return new Response(page, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'retry-after': String(seconds),
      // Followed by browsers without script, and the only thing on the page that moves.
      refresh: `${seconds};url=${back}`,
      'cache-control': 'private, no-store',
    },
  })
}
