import { objected } from './agreements'
import { knows, opens, readsWhole, sharedAt, surelyOne } from './answers'
import { indexOf } from './facts'
import { knowsGiver } from './givers'
import { headline } from './knowledge'
import { inForce } from './moments'
import { groundsOf } from './relationships'
import { hiddenName } from './states'
import { worksByTeam } from './viewer'
import type { Entry, Membership, World } from './world'

const nobody = 'ffffffff-0000-7000-8000-000000000001'

/** What scenes let anybody name by its id, with the app's login and no row before them. */
export const askedByHand = (world: World) => ({
  entries: [...world.askedWhole, { id: nobody, table: 'contact' }].map(({ id, table }) => ({
    ...{ id, of_table: table },
  })),
  names: world.askedNames,
  kinds: world.askedKinds,
  givers: world.askedGivers,
})

const named = (what: string, columns: string) =>
  `jsonb_to_recordset(current_setting('test.named')::jsonb -> '${what}') x(${columns})`

/** What functions say of an entry, a record, a name and a giver to whoever names one. */
export const readByHand: Record<string, string> = {
  whole: `select 'whole ' || x.id as row from ${named('entries', 'id uuid, of_table text')}
    where access.reads_whole(x.of_table, x.id)`,
  stands: `select 'stands ' || x.id as row from ${named('entries', 'id uuid, of_table text')}
    where x.of_table = 'contact' and access.stands(x.id, 1)`,
  named: `select concat_ws(' ', 'named', x.entry, x.person, x.agency) as row
    from ${named('names', 'entry uuid, person uuid, agency uuid')}
    where access.may_name(x.person, x.agency, x.entry)`,
  kinds: `select concat_ws(' ', 'kinds', a, x.person, x.record, x.agency, x.categories) as row
    from ${named('kinds', 'person uuid, record uuid, agency uuid, categories text[]')}
    join entry_class k on k.agency_id = x.agency and k.categories = x.categories
    cross join unnest(array[
      case when access.shared(x.person, x.record, k.id, 3) then 'shared' end,
      case when access.granted(x.person, x.record, k.id) then 'granted' end,
      case when access.link_sure(x.person, x.record) then 'sure' end]) a
    where a is not null`,
  knows: `select concat_ws(' ', 'knows', x.person, x.agency, x.team) as row
    from ${named('givers', 'person uuid, agency uuid, team uuid')}
    where access.knows_giver(x.person, x.agency, x.team)`,
}

/** The same lines as the model has them. */
export function answeredByHand(world: World, viewer: Membership | null): string[] {
  const contacts = world.askedWhole.filter(({ table }) => table === 'contact')
  return [
    ...world.askedWhole
      .filter(({ id }) => readsWhole(world, viewer, id))
      .map(({ id }) => `whole ${id}`),
    ...contacts.filter((entry) => stands(world, viewer, entry)).map(({ id }) => `stands ${id}`),
    `stands ${nobody}`,
    ...world.askedNames
      .filter((each) => mayName(world, viewer, each))
      .map(({ entry, person, agency }) => `named ${entry} ${person} ${agency}`),
    ...world.askedKinds.flatMap((each) => {
      const { person, record, agency, categories } = each
      const what = `${person} ${record} ${agency} {${categories.join(',')}}`
      return openKinds(world, viewer, each).map((answer) => `kinds ${answer} ${what}`)
    }),
    ...world.askedGivers
      .filter(({ person, agency, team }) => knowsGiver(world, viewer, person, agency, team))
      .map(({ person, agency, team }) => ['knows', person, agency, team].filter(Boolean).join(' ')),
  ]
}

/**
 * Of a row that tells a name, named by its id, its person and its agency: may it be read, as far as
 * a protected name goes? Yes where there is none such, and of people who are not theirs to know.
 */
function mayName(
  world: World,
  viewer: Membership | null,
  asked: World['askedNames'][number],
): boolean {
  const { person, agency } = asked
  const entry = indexOf(world).byId.get(asked.entry)
  if (!viewer || !entry || entry.person !== person || entry.agency !== agency) return true
  return !knows(world, viewer, person) || !hiddenName(world, viewer, entry)
}

/**
 * Of a record and a kind of entry: would agreements open a headline of it (`shared`), would what
 * was granted stand in for them (`granted`), and is the record surely one with one that opens the
 * person (`sure`)? Nothing of a record that is somebody else's.
 */
function openKinds(
  world: World,
  viewer: Membership | null,
  { person, record, agency, categories }: World['askedKinds'][number],
): string[] {
  const known = indexOf(world).record.get(record)
  if (!viewer || known?.person !== person) return []
  const relationships = groundsOf(world, viewer, person).filter((each) => each.opens === 'shared')
  const sure = surelyOne(world, relationships, { record })
  const kind: Entry = {
    ...{ id: '', table: 'contact', parent: null, facts: {}, audience: 'agreed', named: [] },
    ...{ person, record, agency, categories, team: '', givenBy: '' },
  }
  const granted = sure && !objected(world, viewer, kind) && hasGrant(world, viewer, agency)
  return [
    ...(known.agency === agency && sharedAt(world, viewer, kind, headline) ? ['shared'] : []),
    ...(granted ? ['granted'] : []),
    ...(sure ? ['sure'] : []),
  ]
}

/** Has this agency opened anything to the viewer, one by one, for a time that is now? */
const hasGrant = (world: World, viewer: Membership, agency: string): boolean =>
  world.grants.some(
    (grant) =>
      grant.agency === agency &&
      inForce(grant, world.now) &&
      (grant.viewer === `u:${viewer.user}` ||
        (worksByTeam(viewer) && viewer.teams.some((team) => grant.viewer === `t:${team}`))),
  )

/** Of a contact named by its id: have neither it nor its first words been taken back? */
function stands(world: World, viewer: Membership | null, { id, person, facts }: Entry): boolean {
  if (!opens(world, viewer, person)) return true
  const parts = indexOf(world).parts.get(id) ?? []
  const newer = parts.some(
    (part) => part.table === 'contact_words' && Number(part.facts.edition ?? 1) > 1,
  )
  return !facts.withdrawn_at && !newer
}
