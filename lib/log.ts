import 'server-only'
import pino from 'pino'

/**
 * The structured log. Ids, codes, counts and times only: never a name, a note, an address, an
 * e-mail or a token. A test greps it for canaries.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  redact: {
    paths: ['*.name', '*.email', '*.words', '*.token', '*.password', '*.address'],
    remove: true,
  },
})
