import { z } from 'zod'

// Zod tries `new Function` once to see whether it may compile its checks. Our security policy
// forbids that, and a browser reports the try. So it is told not to, before any schema is made:
// this must stay the first import of the form.
z.config({ jitless: true })
