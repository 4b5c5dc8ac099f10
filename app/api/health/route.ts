/** Is this process answering? Says nothing else. */
export const GET = () => Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
