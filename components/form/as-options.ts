import type { Option } from '@/components/ui/select'

/** Keys and labels of a fixed list as the choices of a field. */
export const asOptions = (
  list: readonly { readonly key: string; readonly label: string; readonly hint?: string }[],
): Option[] => list.map(({ key, label, hint }) => ({ value: key, label, hint: hint || undefined }))

/** A yes or a no, as `yesNo` reads it. */
export const yesOrNo: Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
