import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/lib/access/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

// Options are read per request: at build time there is no environment to check.
const handler = async (request: NextRequest, context: Context) =>
  (await NextAuth(request, context as never, authOptions())) as Response

export { handler as GET, handler as POST }
