import { beforeSignIn } from '@/lib/db'

/**
 * Can this process reach its database, and has the place been set up? For whoever balances the
 * load.
 */
export async function GET() {
  const ready = await beforeSignIn.installation().then(Boolean, () => false)
  return Response.json(
    { ready },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
