const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id that an address holds; undefined when it holds none. */
export const uuidIn = (text: string | string[] | undefined): string | undefined =>
  typeof text === 'string' && uuid.test(text) ? text : undefined
