/** See personal-data.mjs. */
export function findPersonal(
  path: string,
  text: string,
): { line: number; what: string; text: string }[]
