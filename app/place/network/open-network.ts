import { notFound } from 'next/navigation'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import type { Scope } from '@/lib/db'
import { listLinks, listOnSheet } from '@/lib/network/queries'
import { readNetwork } from '@/lib/network/rules/what-if'
import { networkAskSchema } from '@/lib/network/schema'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

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

/** Opens a page of the network for those who may look at the place; *not found* for others. */
export async function openNetwork(path: string, asked: SearchParams) {
  const chosen = await asked
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:view')) return null
    return { viewer: scope.viewer, sheet: await readSheet(scope, chosen) }
  }, path)
  if (!found) notFound()
  return found
}
