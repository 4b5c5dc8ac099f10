type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'defaultPrevented' | 'isComposing'
>

/** The letter that was pressed by itself, in capitals; null for anything else, or one held down. */
export function letterOf(event: Pressed): string | null {
  const { key, ctrlKey, altKey, metaKey, repeat, defaultPrevented, isComposing } = event
  if (ctrlKey || altKey || metaKey || repeat || defaultPrevented || isComposing) return null
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : null
}

const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/** Is this somewhere that letters are typed into, or that uses them to choose? */
export const goesToField = (target: EventTarget | null): boolean =>
  target !== null && 'closest' in target && (target as Element).closest(fields) !== null
