import type { Scope } from '@/lib/db'
import { listLinks, listOnSheet } from '@/lib/network/queries'
import { readNetwork } from '@/lib/network/rules/what-if'
import { networkAskSchema } from '@/lib/network/schema'

/** What a page of the network begins with: institutions, links of the kinds asked for, names. */
export async function readSheet(scope: Scope, asked: Record<string, unknown>) {
  const ask = networkAskSchema.parse(asked)
  const institutions = await listOnSheet(scope)
  const all = await listLinks(scope)
  const links = ask.kind ? all.filter(({ kind }) => kind === ask.kind) : all
  const names = new Map(institutions.map(({ id, name }) => [id, name]))
  const chosen = ask.if !== undefined && names.has(ask.if) ? ask.if : null
  const declared = readNetwork([...names.keys()], links)
  return { ask, institutions, links, names, chosen, declared }
}
export type Sheet = Awaited<ReturnType<typeof readSheet>>
