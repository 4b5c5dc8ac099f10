import { asOptions } from '@/components/form/as-options'
import type { Option } from '@/components/ui/select'
import type { ListName } from '@/lib/code-lists/all'
import type { GivenForm } from './person-form'

/** What a list offers today, as the choices of a field. The page names its lists in `openForm`. */
export function offeredIn({ codes }: GivenForm, list: ListName): Option[] {
  const found = codes[list]
  if (!found) throw new Error(`The page of this form does not ask for the list ${list}.`)
  return asOptions(found)
}
