/** Harm at home, family, growing up. Nothing that locates. Format: words/library.ts. */
export const turnsLife = `
# disclosed
{First} rang from a friend's phone and could talk for six minutes. Believed {him}. Agreed a word
  that means "call the police" and when it is safe to ring.
Spoke for an hour. It has been going on for four years. {He} has never said it aloud. Went through
  the questions slowly, stopped at eleven, finished the next day.
First contact. {First} does not want to leave, wants it to stop. Safety plan for staying: bag at
  {friend}'s, documents copied, phone checked for tracking.

# safer
Order granted, locks changed. {First} slept with the light off. Still looks behind on the way to
  the shop; we talked about that.
{He} is safer than in the spring, by {his} own account. School knows, surgery knows, nobody else
  needs to.
Non-molestation order renewed. {First} went to the group for the first time and said {his} name.

# refuge_in
Arrived after nine with one bag. Tea, toast, a room with a lock. Nobody asked questions tonight.
{First} came with the clothes {he} stood in. Phone changed, location off. Slept until two the next
  day.

# moved_on
Moved on today to a home that only we and {he} know. New doctor under the new name order. First
  night alone was hard and {he} rang.
Keys given. {First} chose the colour of the door. Outreach support for six months.

# bereavement
{First} rang: {his} {relative} died on Sunday. {He} could not say it and then said it. Funeral on
  Friday; asked whether I would come.
{His} {relative} has died. {First} heard by text. We did nothing else today but sit, and then rang
  the funeral director about costs.
Death in the family. {He} has not been home for years and does not know if {he} is welcome. We
  wrote a card together.

# bereavement/probation
{First} rang, {his} {relative} has died. Appointments put off until after the funeral, and I will
  not count them.

# family_again
{First} has spoken to {his} {relative} for the first time in three years. Twenty minutes. They
  talked about {love}. Grinning all through the meeting.
Sunday dinner at {his} {relative}'s. Washed up, was asked back.
{His} {relative} wrote. {First} carried the letter for four days before opening it with me. It was
  kind.

# care_left
First meeting since leaving care. Six placements, one that {he} talks about. Leaving-care worker
  copied in. Asked what {he} wants: "{dream}".
{First} came with the personal adviser and did the talking {himself}. Cooks better than any of us.
  Scared of the post.

# youth
First time at Kite. Came for the music room. Sofa-hopping since Easter. Does not call it homeless.
{First} was brought along by {friend}. Quiet. Played pool, won, and said {he} might come Thursday.

# end
Ended.

# end/housed
Housed, and settled enough to say goodbye.
A home found; our part is done.

# end/completed
Finished as planned.
Goals met, and {first} knows how to come back.

# end/lost_touch
Lost touch after several tries; open door.
Not seen for weeks; closed with a letter that says how to return.

# end/order_completed
Order completed.

# end/licence_ended
Licence ended without recall.

# end/discharged
Discharged with a plan, copy to the surgery.

# end/asked_to_leave
Placement ended by us. Reviewed afterwards: a quieter room should have been offered first.

# end/safer
{First} feels safer and has our number.

# end/moved_on
Moved on well.

# end/handed_on
Handed on to colleagues who met {him} first.

# end/died
{First} died. Closed with care.
`
