import { rolesInForce } from '../database'
/**
 * A question for somebody whom the team of this user works with now: nobody's protected or limited
 * record, and nobody of the pictures. `skip` for another than the first.
 */
export const personOf = (email: string, skip = 0): string =>
  `select i.person_id as id from involvement i
   join membership_team mt on mt.team_id = i.team_id
   join ${rolesInForce} m on m.id = mt.membership_id and m.role <> 'limited'
   join app_user u on u.id = m.user_id and u.email = '${email}'
   where i.ends_on is null
     and not exists (select 1 from limited_access l where l.person_id = i.person_id and l.ended_at is null)
     and not exists (select 1 from protected_whereabouts p
       where p.person_id = i.person_id and p.ended_at is null)
     and not exists (select 1 from protected_name p
       where p.person_id = i.person_id and p.ended_at is null)
     and not exists (select 1 from death d where d.person_id = i.person_id)
     and not exists (select 1 from conflict c where c.person_id = i.person_id)
     and not exists (select 1 from person_name n
       where n.person_id = i.person_id and n.family in ('Okafor', 'Vellichor'))
   group by 1 having count(distinct i.team_id) = 1 order by i.person_id offset ${skip} limit 1`

/** The newest row of a table about the person of the errand. */
export const newestOf = (table: string): string =>
  `select id from ${table} where person_id = '{person}' order by id desc limit 1`

/** How many rows of a table are about the person of the errand. */
export const rowsOf = (table: string, where = 'true'): string =>
  `select count(*) as n from ${table} where person_id = '{person}' and ${where}`

/** The three boxes of a date. `days` from today, in London. */
export function dayIn(name: string, days: number): Record<string, string> {
  const date = new Date(Date.now() + days * 86_400_000)
  const [day = '', month = '', year = ''] = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  })
    .format(date)
    .split('/')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** Three boxes emptied, or filled with no date. */
export const noDay = (name: string, day = ''): Record<string, string> => ({
  [`${name}-day`]: day,
  [`${name}-month`]: day,
  [`${name}-year`]: day ? '2026' : '',
})
