import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/lib/access/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

// Options are read per request: at build time there is no environment to check.
const handler = (request: NextRequest, context: Context) =>
  NextAuth(request, context as never, authOptions())

export { handler as GET, handler as POST }
