/** How an ordinary kept contact begins, agency by agency. A word in brackets is how it took
 * place, where not in the usual way. Format: words/library.ts. */
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
(phone) Supervision by phone as agreed.
{First} brought the letter I had asked for.
(street) We walked rather than sat.
Started quiet, warmed up.

# routine/meadow
(home_visit) Called round.
(home_visit) Visit kept; kettle on before I had my coat off.
(phone) Spoke on the phone for ten minutes.
Looked at the repairs list together.
(home_visit) {First} had the rent receipt ready to show me.
(home_visit) Quick doorstep chat.
(home_visit) Met at the flat with the surveyor.
(phone) Rang to see how the week had gone.

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
(phone) Rang {first} with news of the case.
Housing plan gone through line by line.
(phone) {First} rang to ask where things are.
Came to the desk with papers.
Bidding done together on the computer.
(phone) Case reviewed with {first} on the phone.

# routine/asc
(home_visit) Home visit.
(home_visit) Review with {first} and the carer.
(phone) Rang; {first} prefers afternoons and was right to remind me.
(home_visit) Visited at home, {friend} was just leaving.
(home_visit) Joint visit with the nurse.
(home_visit) Support plan looked at together.

# routine/hf
Met at the day centre.
(home_visit) Called at the flat, {first} had been up since five cleaning.
(street) Coffee in the market.
(text) {First} texted first, which {he} never used to.
(street) Walked the dog, {pet}, round the block and talked on the way.
(home_visit) Popped in with milk.
(home_visit) Two hours on the phone to the gas company together, on loudspeaker.
(street) Met on the bench {he} likes.
(home_visit) Dropped off a curtain pole; stayed.
(text) Quick text back and forth.
(home_visit) {First} cooked. I ate it all.
(street) Sat in the car because of the rain.
(street) Went to the appointment with {him}.
(home_visit) Long visit. Not much said, which is fine.
(street) Shopping together, list kept to.
(home_visit) Helped shift the wardrobe.

# routine/outreach
Met on the early round, awake.
Found {him} by the usual wall.
Tea and a talk at half past five.
Up before us today.
In the sleeping bag, talking.
{First} waved us over.
Walked {him} to the day centre for breakfast.
Still in the same place, dry at least.
# routine/lantern
In for breakfast.
Shower, wash, two cups of tea.
Seen at the art table.
{First} helped set the chairs out.
Came in late morning, quiet.
Chatted in the queue.
Used the phone and the post box.
In with {friend}, both in good spirits.
Sat by the radiator most of the morning.
Played chess with the vicar and beat her.
{First} fixed the toaster.

# routine/cmh
(home_visit) Seen at home.
Clinic appointment kept.
{First} came with a list, which helped us both.
(street) Walked and talked by the river.
(phone) Telephone review.
Depot given, then a chat.
(home_visit) Visited; radio on, curtains open.
Seen with {his} agreement that the student could sit in.
(phone) Brief call at the time {he} chose.

# routine/dna
Kept.
One-to-one.
Came in before opening and waited.
Screen done, no surprises, {he} had told me already.
Seen early, before the queue.
(phone) Phone session.
(group) Group went well; {first} spoke.
Long talk today.
In and out in fifteen minutes, as {he} asked.
Acupuncture first, then key work.

# routine/gp
Seen.
Review kept.
(phone) Telephone consultation.
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
(phone) Rang at the agreed time.
Came in, signed, stayed to talk.
Journal gone through together on my screen.
Work search looked at; plenty there.
Commitments changed to fit {his} other appointments.
{First} came with the support worker.
Ten minutes, to the point.

# routine/dwp
Papers looked at.

# routine/police
(street) Spoken to in passing, all well.
(home_visit) Home visit by the unit.
(street) Stopped for a chat by the market.

# routine/haven
(phone) Spoke at the safe time.
Session kept.
(phone) {First} rang in.
Met in the room we agreed.
(phone) Call, with the code word first.
Support session.

# routine/debt
Appointment kept.
Creditor rung together.
Budget looked at again.
{First} came with the post unopened, and we opened it.
(phone) Phone call with good news and a form.

# routine/youth
In for the music room.
(text) Texted back and forth.
Cooked together on Tuesday night.
(street) Walked into town with {first}.
Pool, toast, talk.
(street) Met outside college.
{First} turned up with two friends.

# routine/legal
Appointment kept.
Statement read back and signed.
(phone) Rang with a date.
Evidence bundle checked.
Letter drafted together.
`
