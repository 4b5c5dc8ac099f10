import { z } from 'zod'
import { id } from '@/lib/fields'

/** A notice that has been seen. */
export const putAwaySchema = z.strictObject({ notice: id() })
