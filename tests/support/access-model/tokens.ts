import type { World } from './world'

/** Every session of a world by name, and three that are of nobody. */
export function tokensOf(world: World): [string, string | null][] {
  return [
    ...world.sessions.map((session): [string, string] => [session.name, session.token]),
    ['a token of nobody', 'nonsense'],
    ['an empty token', ''],
    ['no token at all', null],
  ]
}
