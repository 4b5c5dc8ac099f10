// Headers that are the same for every answer, and so hold even without proxy.ts. What changes per
// request (the content security policy and its nonce) is made there.
// `same-origin`, not `no-referrer`: with the latter a browser posts `Origin: null`, and the check
// that a form came from our own pages refuses every form sent without JavaScript.
const headers = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  // Types are checked by `npm test`, once; a start should not wait for them.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // No picture here needs resizing, and the optimiser is a door that fetches on request.
  images: { unoptimized: true },
  // Native or connection-holding: loaded by Node, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg'],
  // What forms need, and no more: files come by routes of their own (lib/web-refusals.ts).
  experimental: { serverActions: { bodySizeLimit: '512kb' }, proxyClientMaxBodySize: '1mb' },
  headers: async () => [{ source: '/:path*', headers }],
}

export default config
