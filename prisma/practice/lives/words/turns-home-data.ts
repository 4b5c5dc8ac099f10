/** What workers write when a home is lost, looked for and found. Format: words/library.ts. */
export const turnsHome = `
# arrears
Sat at the kitchen table with the rent statement. £{amount} behind since the hours were cut.
  {First} had been putting the letters in a drawer. Agreed a small weekly amount and I will ask
  for the possession letter to wait.
{First} opened the door this time. Talked for an hour; the arrears began when {his} {relative}
  moved out and the bedroom deduction started. Form for a discretionary payment filled in
  together.
Arrears now £{amount}. {He} pays something every week, never quite enough. Referred to money
  advice and asked our income team to stop the automatic letters.

# tenancy_lost
Possession date has passed. {First} handed the keys in at the counter and asked for the photo of
  {his} {relative} that was left on the wall; I will fetch it.
Eviction went ahead this morning. {He} had packed most of it. Two bags in our store until the end
  of the month, key code with me.
Keys returned through the letterbox with a note saying sorry. There was no need to say sorry. Rang
  the number we hold: no answer, texted the council's address.

# homeless_asked
Application taken. {First} has been moving between {friend} and a cousin. Owed the relief duty;
  plan drawn up together and a copy printed large.
{First} came with {friend}. Went through where {he} has stayed, month by month. No papers with
  {him}; asked for the birth certificate, accepted the Jobcentre letter as identity for now.
Long interview, with a break in the middle. {He} found the forms hard so I read them out. Interim
  duty explained; {he} asked twice whether we would write to the old address and I have put a
  block on that.
Homelessness application made by phone from the day centre. Priority need looks likely on health.
  Asked the surgery for a short letter.

# found_outside
Met {first} at 05:35, awake, sitting up in a sleeping bag. Cold but talking. Hot drink, dry socks,
  and a promise to come back tomorrow at the same time.
{First} bedded down behind the bins, out of the wind. Did not want to be moved on by security
  again. Said {he} would come to the day centre for a shower, "if {friend} goes too".
New to us. {First} gave {his} name on the third morning. Third night out. Feet sore; asked the
  nurse to join Thursday's shift.
Found {first} under two coats near the steps. {He} remembered me from last winter. Not ready for a
  hostel: "too many people I owe".

# first_visit
First time through the door. {First} stood by the noticeboard for a while, then had two
  breakfasts. Showed {him} the lockers and the post boxes.
{First} came for the washing machine and stayed for the art table. {He} used to do a lot of
  {love}. Post address set up.
Came in out of the rain with the dog, {pet}. Told {him} dogs are fine. Registered, shower,
  clothes. Did not want to talk about before, which is alright.
Shown round by one of our volunteers, who has been where {first} is. Asked for a razor and a phone
  charger, and for nobody to ring {his} {relative}.

# hostel_in
Moved into room 14 this afternoon. {He} checked the lock three times. Slept in the chair the first
  night; said beds feel too soft.
{First} arrived with outreach and one holdall. Room shown, rules read out rather than signed.
  Asked for a room away from the stairs and we swapped it.
Signed in, licence explained. First thing {first} asked was whether the kitchen is open at night.
  It is, until one.

# asked_to_leave
There was a fight in the lounge and {first} was one of three asked to leave. {He} was the one who
  rang for help. I have asked for that to be looked at again.
Licence ended after the third warning about visitors. {First} says they were not visitors, they
  pushed past {him}. Told outreach where {he} might go. A bed was not found tonight.
Left before we could meet. Room cleared, bag kept in the office for 28 days. This has not gone
  well and I said so at handover.

# temporary_in
Room offered at the guest house on {street}; accepted. Shared kitchen, no cooker after nine. Bus
  fare given.
Placed for tonight, with a review on Friday. {First} wanted to know who else lives there. I could
  not say, and understood why {he} asked.
Temporary room, single, ground floor because of the stairs. Rent and service charge explained;
  housing benefit claim made at the desk.

# housing_first
Met at the café {first} chose. We talked about {love} mostly, and what {he} wants a flat to have:
  a bath, and neighbours who do not bang. No conditions, I said it twice, and {he} said {he} would
  believe it when {he} saw it.
First meeting. {First} asked how long I would be around. As long as it takes. "That's what the
  last one said." Fair.
Walked round the block with {first} rather than sit inside. Knows exactly which streets are no
  good and why. We made a list of three that are.

# new_tenancy
Signed today. {First} held the keys in {his} hand on the bus and would not put them in a pocket.
  Bed comes Thursday; sleeping bag until then.
Flat viewed and taken. There is a window over the yard and {he} has already decided where the
  table goes. Fund for furniture agreed: bed, cooker, curtains.
Moved in with two bags, a kettle and {friend} to carry. The first thing on the wall is a photo of
  {his} {relative}.
{First} has a front door. We stood outside and let {him} open it alone.

# sign_up
Tenancy signed, terms read aloud at {first}'s request. Meter readings taken, direct payment set
  up, two weeks' rent in advance paid.
Sign-up kept, on time. Repairs noted: bathroom tap, and the window that does not shut. Chased the
  same day.
Signed for the flat at {street}. Went through what to do if the rent is late: ring, before it
  becomes a letter.

# tenancy_support
First visit. Damp in the back bedroom, so all life happens in one room. Photographed and reported.
  {First} keeps the place neat and worries that nobody believes {him} about the mould.
Visited. Neighbour trouble is the thing that keeps {first} awake, not the rent. Started a diary
  together.
Went through the post with {first}: eleven letters, four that matter. {He} laughed for the first
  time when we binned the rest.
`
