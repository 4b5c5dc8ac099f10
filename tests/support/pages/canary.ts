import { ask, askOne, rolesInForce } from './database'

/** Somebody whose whereabouts are protected, and what has been planted about them. */
export type Planted = { personId: string; locating: string[]; person: string[] }

const mark = 'Quarrelstone'
// Field by field, so that a failure says where it leaked from.
const places = [
  ['address', 'lines', `${mark} address`],
  ['address', 'postcode', 'ZW97 9QX'],
  ['living_area', 'area_name', `${mark} area`],
  ['contact_place', 'place', `${mark} contact place`],
  ['contact_place', 'with_whom', `${mark} who was there`],
  ['appointment_place', 'place', `${mark} appointment place`],
] as const
const words = [
  ['contact_words', 'words', `${mark} words that locate`, 'locates'],
  ['own_words', 'words', `${mark} own words that locate`, 'locates'],
  ['reach', 'value', `${mark} number`, 'implies_place'],
] as const
const person = [
  ['person_name', 'family', 'Vellichor'],
  ['contact_words', 'words', 'Vellichor was seen', 'not locates'],
] as const

/**
 * Writes a word that nobody else's record holds into every field that says where one person is, and
 * into their name and notes, past the triggers as nobody in the app can. The same each time.
 */
export async function plantCanaries(): Promise<Planted> {
  const { personId } = await askOne<{ personId: string }>(
    `select p.person_id as "personId" from protected_whereabouts p
     join person_access a on a.person_id = p.person_id and not a.held and a.opens = 'shared'
     where p.ended_at is null and (a.ends_at is null or a.ends_at > now())
     group by 1 order by count(*) desc, 1 limit 1`,
  )
  // What other agencies gave themselves is theirs to see, and is no secret of this protection.
  const named = `agency_id in (select t.agency_id from protected_whereabouts p
    join protected_whereabouts_team x on x.protected_whereabouts_id = p.id
    join team t on t.id = x.team_id where p.person_id = '${personId}' and p.ended_at is null)`
  const hidden = [...places, ...words].map(
    ([table, column, value, where]) =>
      [table, column, value, where ? `${named} and ${where}` : named] as const,
  )
  const set = [...hidden, ...person].map(([table, column, value, where]) => {
    const only = where ? ` and ${where}` : ''
    return `update ${table} set ${column} = '${value}' where person_id = '${personId}'${only}`
  })
  const spoilt = (side: string) =>
    `${side} = (select jsonb_object_agg(key, '${mark} history') from jsonb_object_keys(${side}) key)`
  await ask(
    `begin; set local session_replication_role = replica; ${set.join('; ')};
     update change set ${spoilt('before')} where locates and ${named} and person_id = '${personId}'
       and jsonb_typeof(before) = 'object' and before <> '{}';
     update change set ${spoilt('after')} where locates and ${named} and person_id = '${personId}'
       and jsonb_typeof(after) = 'object' and after <> '{}'; commit`,
  )
  // A hostel's or a refuge's name says where somebody sleeps.
  const teams = await ask<{ name: string }>(
    `select distinct t.name from involvement i join team t on t.id = i.team_id
     where t.implies_place and i.person_id = $1`,
    [personId],
  )
  return {
    personId,
    locating: [mark, 'ZW97', ...teams.map(({ name }) => name)],
    person: ['Vellichor', mark, 'ZW97'],
  }
}

/**
 * Who may open this person without being on a team that is told where they are: one of each team.
 */
export const readersNotNamed = (personId: string) =>
  ask<{ name: string; team: string }>(
    `select distinct on (t.id) u.name, t.name as team
     from person_access a join team t on a.viewer = 't:' || t.id
     join membership_team mt on mt.team_id = t.id
     join ${rolesInForce} m on m.id = mt.membership_id and (m.ends_at is null or m.ends_at > now())
     join app_user u on u.id = m.user_id and u.ended_at is null
     where a.person_id = $1 and not a.held and a.opens = 'shared'
       and (a.ends_at is null or a.ends_at > now())
       and (select count(*) from membership o where o.user_id = u.id) = 1
       and not exists (
         select 1 from protected_whereabouts p
         join protected_whereabouts_team x on x.protected_whereabouts_id = p.id
         join membership_team mine on mine.team_id = x.team_id
         where p.person_id = $1 and mine.membership_id = m.id)
     order by t.id, u.name`,
    [personId],
  )

/** Somebody in a role, with as few others as can be. */
export const someoneWho = async (role: string) =>
  (
    await askOne<{ name: string }>(
      `select u.name from app_user u join ${rolesInForce} m on m.user_id = u.id
       where m.role = $1 and u.ended_at is null and (m.ends_at is null or m.ends_at > now())
       order by (select count(*) from membership o where o.user_id = u.id), u.name limit 1`,
      [role],
    )
  ).name
