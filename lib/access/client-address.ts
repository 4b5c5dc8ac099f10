/**
 * The caller's address as the nearest trusted hop gave it: proxy.ts drops what the browser itself
 * claims, so this is the last entry a reverse proxy of ours wrote, or nothing.
 */
export function clientAddress(headers: { get: (name: string) => string | null }): string {
  const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded || '127.0.0.1'
}
