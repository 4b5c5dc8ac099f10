/** Not seen: what is known, never a reproach. Format: words/library.ts. */
export const missed = `
# missed
Not seen. No message. Texted once, as asked.
Not seen. Tried the phone at ten past: off.
Waited half an hour. Asked at the day centre, seen there yesterday.
Did not come. Not like {him}.
Not seen. {First}'s phone has been off since Monday.
Not seen today. New appointment sent by text.
Did not come. Rang {friend}, who has not seen {him} either.
Not seen. {He} had said it would be a hard week.
Nobody in the waiting room at the time. Left the slot open till the end of the day.
Not seen. Bus strike, so I would not read much into it.
# missed/home
Not at home, curtains open. Card left, no details on it.
Door not answered. Neighbour says {he} went out early.
Knocked, waited, heard the radio. Left {him} in peace and texted.
Nobody in. Post still in the box.
No answer at the door. Tried again at five.
# missed/out
Nobody at the bench. Went round the usual places.
Not where {he} usually is. {Friend} saw {him} yesterday by the market.
Not seen. Blankets there, dry.
Waited at the café. Two teas, both mine.
# missed/morning
Not seen. {minutes}, a time {he} has said is hard.
Did not come; the slot was a morning one, {minutes}, and {he} had asked for after two.
Not seen at {minutes}. Offered the afternoon instead.
# missed/second
Not seen. Second in a row.
Second time not seen. Texted, and will try a different day.
Not seen again. That is twice; moving it to the afternoon.
Again not seen. {Friend} will pass on a message.
# missed/run
Third time or more not seen. Asked the others whether anybody has.
Not seen again, and I am worried now. Rang outreach.
Not seen, and not for some while. Asked somebody {he} knows to look in.
Still not seen. Raised at the team meeting; nobody is cross, we are concerned.
Not seen. Checked with the ward and the custody desk: not there.
# missed/phone
Rang twice, no answer. No voicemail left.
Rang at the time agreed; straight to the message. Texted.
Number not in use.
No reply. Will try after two.
# missed/person
{First} rang to say {he} could not make it: no fare.
Text at nine: not today, sorry. New time agreed.
{He} is at {his} {relative}'s until Friday. Put off.
Moved because of the hospital.
Could not face it today, and rang to say so. That counts for something.
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
