import type { Client } from 'pg'

export function copyOut(
  client: Client,
  text: string,
  take: (piece: Buffer) => Promise<void> | undefined,
): Promise<number>
export function copyIn(client: Client, text: string, pieces: AsyncIterable<Buffer>): Promise<number>
