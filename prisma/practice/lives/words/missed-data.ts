/** Not seen: what is known, never a reproach. Format: words/library.ts. */
export const missed = `
# missed
Not seen. No message. Texted once, as asked.
Not seen. Tried the phone at ten past: off.
Waited half an hour. Asked at the day centre, seen there yesterday.
Did not come. Not like {him}.
Not at home, curtains open. Card left, no details on it.
Not seen. {First}'s phone has been off since Monday.
Door not answered. Neighbour says {he} went out early.
Nobody at the bench. Went round the usual places.
Not seen today. New appointment sent by text.
# missed/morning
Not seen. {minutes}, a time {he} has said is hard.
Did not come; the slot was a morning one, {minutes}, and {he} had asked for after two.
Not seen at {minutes}. Offered the afternoon instead.
# missed/run
Not seen. Second in a row.
Third time not seen. Asked the others whether anybody has.
Not seen again, and I am worried now. Rang outreach.
Not seen in three weeks. Asked for a welfare check by somebody {he} knows.
# missed/phone
Rang twice, no answer. No voicemail left.
Rang at the time agreed; straight to the message. Texted.
Number not in use.
No reply. Will try after two.
# missed/person
{First} rang to say {he} could not make it: no fare.
Text at nine: not today, sorry. New time agreed.
{He} is at {his} {relative}'s until Friday. Put off.
Cancelled because of the funeral.
# missed/us
I was off sick; {first} was told by text.
Moved by us, the room was double-booked. Apologised.
Put off from our side; offered two other times.
# away
Letter sent to the prison.
Rang the wing; message passed on.
Spoke on video from the prison. Counting days.
Visit by video. Keeping busy in the workshop.
`
