import type { Option } from '@/components/ui/select'
import { offered, type Code } from '@/lib/codes'

/** A code list as the choices of a field: those still current, key as value. */
export const offers = (codes: readonly (Code & { hint?: string })[]): Option[] =>
  offered(codes).map(({ key, label, hint }) => ({ value: key, label, hint: hint || undefined }))
