/** How an ordinary kept contact begins, agency by agency. Format: words/library.ts. */
export const routine = `
# routine/probation
On time.
Came with ten minutes to spare and a coffee for each of us.
Supervision kept.
Late by twenty minutes; the bus. Seen anyway.
{First} came in wet through. Towel first, questions after.
Good session, mostly {his} doing.
Short meeting today, {first} was tired.
Seen with the door open, as {he} prefers.
Supervision by phone as agreed.
{First} brought the letter I had asked for.
We walked rather than sat.
Started quiet, warmed up.

# routine/meadow
Called round.
Visit kept; kettle on before I had my coat off.
Spoke on the phone for ten minutes.
Looked at the repairs list together.
{First} had the rent receipt ready to show me.
Quick doorstep chat.
Met at the flat with the surveyor.
Rang to see how the week had gone.

# routine/riverside
Key session.
Room check, with a knock and a wait.
{First} came to the office door for a word.
Sat in the kitchen while {first} made noodles.
Seen at breakfast.
Key session in the garden.
Caught up on the stairs, then properly at four.
{First} asked for a session, a first.
Support meeting, with biscuits.
Night staff passed on that {he} was up late; talked today.

# routine/options
Rang {first} with news of the case.
Housing plan gone through line by line.
{First} rang to ask where things are.
Came to the desk with papers.
Bidding done together on the computer.
Case reviewed with {first} on the phone.

# routine/asc
Home visit.
Review with {first} and the carer.
Rang; {first} prefers afternoons and was right to remind me.
Visited at home, {friend} was just leaving.
Joint visit with the nurse.
Support plan looked at together.

# routine/hf
Met at the day centre.
Called at the flat, {first} had been up since five cleaning.
Coffee in the market.
{First} texted first, which {he} never used to.
Walked the dog, {pet}, round the block and talked on the way.
Popped in with milk.
Two hours on the phone to the gas company together, on loudspeaker.
Met on the bench {he} likes.
Dropped off a curtain pole; stayed.
Quick text back and forth.
{First} cooked. I ate it all.
Sat in the car because of the rain.
Went to the appointment with {him}.
Long visit. Not much said, which is fine.
Shopping together, list kept to.
Helped shift the wardrobe.

# routine/lantern
In for breakfast.
Shower, wash, two cups of tea.
Seen at the art table.
{First} helped set the chairs out.
Came in late morning, quiet.
Chatted in the queue.
Used the phone and the post box.
Met on the early round, awake.
In with {friend}, both in good spirits.
Sat by the radiator most of the morning.
Played chess with the vicar and beat her.
{First} fixed the toaster.

# routine/cmh
Seen at home.
Clinic appointment kept.
{First} came with a list, which helped us both.
Walked and talked by the river.
Telephone review.
Depot given, then a chat.
Visited; radio on, curtains open.
Seen with {his} agreement that the student could sit in.
Brief call at the time {he} chose.

# routine/dna
Kept.
One-to-one.
Came in before opening and waited.
Screen done, no surprises, {he} had told me already.
Seen at the chemist and then here.
Phone session.
Group went well; {first} spoke.
Long talk today.
In and out in fifteen minutes, as {he} asked.
Acupuncture first, then key work.

# routine/gp
Seen.
Review kept.
Telephone consultation.
Dressing changed.
Bloods taken, second go.
Double appointment.
Seen by the nurse, then me.

# routine/hospital
Seen on the ward.
Ward round attended with {first}.
Outpatients; waited with {him}.

# routine/jobcentre
Interview kept.
Rang at the agreed time.
Came in, signed, stayed to talk.
Journal gone through together on my screen.
Work search looked at; plenty there.
Commitments changed to fit {his} other appointments.
{First} came with the support worker.
Ten minutes, to the point.

# routine/dwp
Papers looked at.

# routine/police
Spoken to in passing, all well.
Home visit by the unit.
Stopped for a chat by the market.

# routine/haven
Spoke at the safe time.
Session kept.
{First} rang in.
Met in the room we agreed.
Call, with the code word first.
Support session.

# routine/debt
Appointment kept.
Creditor rung together.
Budget looked at again.
{First} came with the post unopened, and we opened it.
Phone call with good news and a form.

# routine/youth
In for the music room.
Texted back and forth.
Cooked together on Tuesday night.
Walked into town with {first}.
Pool, toast, talk.
Met outside college.
{First} turned up with two friends.

# routine/legal
Appointment kept.
Statement read back and signed.
Rang with a date.
Evidence bundle checked.
Letter drafted together.
`
