/**
 * What invented people of Wrenford think, a line a statement: its key, then where answers of people
 * with lived experience, of voluntary, public and private bodies lie, then how many in a hundred do
 * not know. Nobody was asked.
 */
export const opinions = `
whole | 3.5 6 7 5 | 6
vision | 5 6 6.5 6 | 18
strengths | 4.5 7 6 5 | 11
power | 2.5 4 7.5 6 | 22
decisions | 3 4.5 7 6 | 12
accountable | 3 4 6 5 | 30
trust | 4 6.5 7 5.5 | 9
leadership | 4.5 4.5 5 5 | 27
learning | 4 5 5.5 6 | 24
citizens | 2.5 4.5 6.5 5 | 10
behaviours | 4 4.5 6.5 6 | 12
systems | 3.5 3.5 4 3.5 | 26
services | 3 5 6 4.5 | 5
places | 6 7 5 4 | 14
markets | 4 3 6 6.5 | 34
`

/** What they wrote beside it: statement, sector, words, whether it was let through. */
export const remarks = `
power | lived | I was asked what I thought after it had been decided. | shown
power | lived | A paid seat would mean I could afford the bus. | shown
decisions | social | We can spend £40. Anything more goes to a panel that meets monthly. | shown
accountable | social | I do not know who I would be answering to. | shown
trust | public | We agree in the room and go back to our own targets. | shown
markets | private | Nobody has asked us what a job here could look like. | shown
learning | public | The lessons are written up. I have not seen one used. | shown
whole | lived | Grace Hollin at the desk never once looked up. | kept
places | social | There are four community kitchens within a mile. Nobody counts them. | shown
services | lived | Five people have my story. None of them has it right. | waits
systems | public | Three systems, three log-ins, one person. | waits
`

/** What Wrenford said it would do: statement, what, who, for whom, due in days, how known, done. */
export const steps = `
power | Two paid seats for people who use services on each board | Ruth Adeyemi | Partnership desk
  | -12 | 28 seats filled; 2 now |
decisions | Front-line workers may spend up to £150 without asking | Idris Cole | Housing First
  | 68 | A worker can say what they may spend |
learning | Say back what became of each referral | Hazel Quinn | Wren Valley Partnership Trust | 96
  | Most referrals have an answer within ten days |
accountable | Renew the agreements that are past their review | Grace Bello | Partnership desk
  | -30 | Every agreement is within its review date | -38
`
