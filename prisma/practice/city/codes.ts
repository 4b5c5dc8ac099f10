const pad = (n: number, width: number) => String(n).padStart(width, '0')

/*
 * Codes of the city's areas, by their number from 0. Those of the Office for National Statistics
 * are one letter and eight figures; these have a hyphen and begin with letters that no country
 * has, so that neither a person nor a program can take one for the other.
 */
export const smallCode = (i: number) => `ZW-S${pad(i + 1, 3)}`
export const middleCode = (i: number) => `ZW-M${pad(i + 1, 2)}`
export const wardCode = (i: number) => `ZW-W${pad(i + 1, 2)}`
export const cityCode = 'ZW-C'

/** 'Wrenford 014', as the census names its areas; small areas add a letter. */
export const middleName = (i: number) => `Wrenford ${pad(i + 1, 3)}`
export const smallName = (middle: number, letter: number) =>
  `${middleName(middle)}${String.fromCharCode(65 + letter)}`
