import { Details } from '@/components/ui/details'
import { InsetText } from '@/components/ui/inset-text'

export type ReadingTeam = {
  team: string
  /** How many people there, as of now. */
  people: number
  /** `can read these words`, `sees only that you met`. */
  sees: string
}

export type WhoWillReadProps = {
  /** How wide it goes: `As agreed`, `My team only`. */
  scope: string
  /** `9 people in 4 teams can read these words; Jobcentre sees only that you met.` */
  summary: string
  /** What a reader may have to do with it: `Probation can read this and may have to act on it.` */
  consequences: readonly string[]
  teams: readonly ReadingTeam[]
}

/** Before a note is saved: who will read it, in people and teams, and what may come of that. */
export function WhoWillRead({ scope, summary, consequences, teams }: WhoWillReadProps) {
  return (
    <section aria-labelledby="who-will-read">
      <h2 id="who-will-read" className="mb-1 text-heading-s">
        Who will see this
      </h2>
      <InsetText>
        <p>
          <strong>{scope}:</strong> {summary}
        </p>
        {consequences.map((words) => (
          <p key={words} className="mt-2">
            {words}
          </p>
        ))}
        {teams.length > 0 ? (
          <div className="mt-2 -mb-6">
            <Details summary="Team by team">
              <ul>
                {teams.map(({ team, people, sees }) => (
                  <li key={team}>
                    {team}, {people === 1 ? '1 person' : `${people} people`}: {sees}
                  </li>
                ))}
              </ul>
            </Details>
          </div>
        ) : null}
      </InsetText>
    </section>
  )
}
