/**
 * What is wrong with a row, in words: `line` of the file as an editor counts it (the header is 1),
 * `column` by its heading, or null when it is the whole row.
 */
export type Problem = { line: number; column: string | null; message: string }

/** A file that cannot be read at all. The message is for the person who sent it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
}
