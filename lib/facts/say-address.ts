/** An address on one line: `1 Example Street, Wrenford, ZZ1 1ZZ`. */
export const sayAddress = ({ lines, postcode }: { lines: string; postcode: string | null }) =>
  [lines.replace(/\n+/g, ', '), postcode].filter(Boolean).join(', ')
