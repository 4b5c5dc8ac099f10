import type { Instrumentation } from 'next'

/** Called by Next for whatever a page, a form or a route did not expect. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteFault } = await import('@/lib/faults')
  await noteFault(error, context.routePath)
}
