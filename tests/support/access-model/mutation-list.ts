import type { Client } from 'pg'
import { grantsWritten } from '@/tests/support/factories/grants-written'
import { mutants } from './mutate-sql'
import type { World } from './world'

export type Weakening = {
  /** What is weakened: `policy see of contact`, `function decide`. */
  where: string
  change: string
  sql: string
  /** A function as it is, to put back what others saw weakened. */
  was?: string
  tables: string[] | 'all'
  also: ('change' | 'give')[]
}

type Policy = {
  table: string
  name: string
  cmd: string
  kind: string
  qual: string | null
  check: string | null
}

const verbs: Record<string, string[]> = {
  SELECT: ['r'],
  INSERT: ['a'],
  UPDATE: ['w'],
  ALL: ['r', 'a', 'w', 'd'],
}

/** Is any command of this policy granted to the app on its table? Else it guards a locked door. */
function isGranted({ table, cmd }: Policy): boolean {
  return (verbs[cmd] ?? []).some((verb) =>
    grantsWritten.app.some(
      (line) => line === `${verb} ${table}` || line.startsWith(`${verb} ${table}.`),
    ),
  )
}

async function readPolicies(client: Client): Promise<Policy[]> {
  const { rows } = await client.query<Policy>(
    `select tablename as table, policyname as name, cmd, permissive as kind, qual,
       with_check as check
     from pg_policies where schemaname = 'public' and policyname <> 'definer' order by 1, 2`,
  )
  return rows.filter(isGranted)
}

const also = (cmd: string): ('change' | 'give')[] =>
  cmd === 'UPDATE' ? ['change'] : cmd === 'INSERT' ? ['give'] : []

/** Where a policy shows: relationships are read by nearly every other policy. */
const shownBy = ({ table }: Policy): string[] | 'all' =>
  table === 'person_access' ? 'all' : [table]

/** Every policy dropped; and of every shape of policy, each condition, once. */
export async function policyWeakenings(client: Client, world: World): Promise<Weakening[]> {
  const policies = await readPolicies(client)
  const dropped = policies.map((policy) => ({
    where: `policy ${policy.name} of ${policy.table}`,
    change: 'dropped',
    sql: `drop policy ${policy.name} on ${policy.table}`,
    tables: shownBy(policy),
    also: also(policy.cmd),
  }))
  const count = (table: string) => world.entries.filter((entry) => entry.table === table).length
  const shapes = new Map<string, Policy>()
  for (const policy of policies) {
    const shape = [policy.name, policy.cmd, plainShape(policy)].join(' ')
    const known = shapes.get(shape)
    if (!known || count(policy.table) > count(known.table)) shapes.set(shape, policy)
  }
  const changed = [...shapes.values()].flatMap((policy) =>
    (['qual', 'check'] as const).flatMap((part) =>
      mutants(policy[part] ?? '').map((mutant) => ({
        where: `policy ${policy.name} of ${policy.table}`,
        change: mutant.change,
        sql: `alter policy ${policy.name} on ${policy.table} ${
          part === 'qual' ? 'using' : 'with check'
        } (${mutant.text})`,
        tables: shownBy(policy),
        also: also(policy.cmd),
      })),
    ),
  )
  return [...dropped, ...changed]
}

/** A policy's text with its table's name and its key left out. */
function plainShape({ table, qual, check }: Policy): string {
  return [qual, check]
    .join(' ')
    .replaceAll(`${table}.`, 'table.')
    .replace(
      /\b\w*id = ANY \(\( SELECT access\.my_granted/g,
      'key = ANY (( SELECT access.my_granted',
    )
    .replace(/named_on\(\w+\)/g, 'named_on(key)')
}

type Source = { name: string; schema: string; definition: string; body: string }

/** Functions of ours by name, whole and as their body alone. */
async function readFunctions(client: Client): Promise<Source[]> {
  const { rows } = await client.query<Source>(
    `select p.proname as name, n.nspname as schema, pg_get_functiondef(p.oid) as definition,
       p.prosrc as body
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('access', 'entry', 'people', 'work')`,
  )
  return rows
}

/** The functions that the policies ask, and those that they ask in turn. */
export async function functionsAsked(client: Client): Promise<Source[]> {
  const all = await readFunctions(client)
  const policies = await readPolicies(client)
  const asked = new Map<string, Source>()
  const look = (text: string) => {
    for (const [, name] of text.matchAll(/access\.(\w+)\(/g)) {
      const source = all.find((each) => each.schema === 'access' && each.name === name)
      if (!source || asked.has(source.name)) continue
      asked.set(source.name, source)
      look(source.body)
    }
  }
  for (const { qual, check } of policies) look([qual, check].join(' '))
  look('access.known_givers(') // asked by pages, for the name beside each row
  look('access.look_at(') // and whom they are about
  return [...asked.values()]
}

const oracles = ['asked', 'notice', 'referral', 'address']

function shownWhere(name: string): Pick<Weakening, 'tables' | 'also'> {
  // Asked by policies of changing, and by whoever names an entry, or a giver.
  if (['reads_whole', 'reads_part', 'reads_row'].includes(name))
    return { tables: ['whole'], also: [] }
  if (['known_givers', 'givers_of'].includes(name)) return { tables: ['giver'], also: [] }
  // Asked by policies, and by whoever names a person.
  if (['knows', 'shut', 'may_locate_as'].includes(name)) return { tables: oracles, also: [] }
  if (name === 'granted') return { tables: ['kinds', 'contact'], also: [] }
  if (name === 'stands') return { tables: ['stands', 'contact_words'], also: [] }
  if (name === 'may_name') return { tables: ['named', 'person_name', 'birth'], also: [] }
  if (name === 'knows_giver_as') return { tables: ['knows'], also: [] }
  if (name === 'works_with') return { tables: ['contact'], also: ['give'] }
  if (name === 'works_for') return { tables: ['death'], also: ['give'] }
  return { tables: 'all', also: [] }
}

/** Every condition, level and answer of a function, changed one at a time. */
export function functionWeakenings(sources: Source[]): Weakening[] {
  return sources.flatMap((source) =>
    mutants(source.body).map((mutant) => ({
      where: `function ${source.name}`,
      change: mutant.change,
      sql: source.definition.replace(source.body, () => mutant.text),
      was: source.definition,
      ...shownWhere(source.name),
    })),
  )
}
