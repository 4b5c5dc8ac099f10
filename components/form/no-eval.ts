import { z } from 'zod'

// Zod tries `new Function` once to see whether it may compile its checks. Our security policy
// forbids that, and a browser reports the try. So it is told not to, before any schema is made:
// the form loads this first.
z.config({ jitless: true })
