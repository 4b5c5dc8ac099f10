/** What nurses, doctors, recovery workers write at turning points. Format: words/library.ts. */
export const turnsHealth = `
# treatment_begins
Assessment. {First} has used {drug} on and off for years, more lately. Three good months once: we
  talked about what helped then.
First full meeting. {He} does not want groups. Wants to cut down, not stop, and that is a fine
  place to begin.
{First} came alone and nearly left twice. Talked about the week as it is, hour by hour. Next time
  at three, {his} choice.
Assessment finished over two visits. What matters most to {him}: "{dream}". Goals written in those
  words.

# treatment_begins_alcohol
{First} came alone and nearly left twice. Drinks from waking. Explained why not to stop suddenly.
  Bloods asked for, vitamins today.
Assessment. Wine with the news, then vodka with nothing. {He} has hidden it from {his} {relative}
  for two years and is tired of hiding.
First meeting. {First} counted it honestly for the first time and was frightened by the number.
  Diary to start, no promises yet.
Saw {first} and {friend} together, then apart. Mornings shake. Surgery rung with {him} in the
  room.

# treatment_begins_heroin
Assessment. {First} has used {drug} for years, with two long gaps. We talked about what the gaps
  had in common. Naloxone and how to use it, with {friend} there too.
{First} wants a prescription and was ready to argue for it. No argument needed. Clinic on
  Thursday, kit given today.
Came straight in off the street. {He} has not used alone since the spring and wants to keep it
  that way. Naloxone, foil, a sandwich.

# script_begins
Started on a low dose, daily collection at the chemist by {street}. Dose to be looked at each two
  days. Take-home naloxone given again.
Prescribing begun. {First} had been through this before and asked to go slowly. ECG booked.

# relapse
{First} told me before I asked: {he} used on Friday and again since. It began with a phone call
  from {his} {relative}. No telling off. Plan for the next three days only.
Came in grey and ashamed. {Drug} daily for two weeks. Glad {he} came. Appointment moved to
  Thursday, sooner is better.
Not well. We did not count days. Made a list of who to ring at which hour.
{First} sat a long time before saying it. Then said it. {Drug}, since the weekend. We started
  again from there.

# relapse_heroin
Not well. {He} missed the chemist three days, so the dose starts again lower. Talked about not
  using alone.
{First} told me before I asked. Used on Friday and since. Naloxone replaced, {friend} has the
  other kit.
Using on top since pay day. {He} was sure we would stop the prescription. We did not.

# overdose
Brought in by ambulance after {friend} gave naloxone. Awake by eleven, wanting to leave. Stayed
  because somebody sat with {him}. Letter to Clearway and the hostel, with agreement.
Seen on the ward after an overdose. {First} says it was not on purpose, and is tired of being
  asked. Chest infection treated as well.

# dropped
Not seen for five weeks; four calls, two texts, a letter to the day centre. Closing for now, and
  the letter says in large print that {he} can walk back in any day.
Place closed after no contact. Asked outreach to say hello from us. No hard feelings, door open.

# treatment_done
Last session. {First} brought cake. We read out {his} first goals: two met, one dropped because
  {he} does not want it any more.
Finished, as planned, three months after the last use. {He} will help at the Monday breakfast.

# low_mood
Ten minutes became thirty. Not sleeping, not eating much, {love} given up. No plan to end {his}
  life; there were thoughts last month. Tablets discussed, {he} would rather talk to somebody.
  Follow-up in two weeks, with me.
{First} came about {his} back and stayed to talk about {his} {relative}. Low since the spring.
  Score filled in together. Referral offered, will think.
Seen. Flat, slow, polite. Said "what's the point of telling people". I said I could see one.
  Appointment next Tuesday kept open.

# nurse_begins
First visit at home. {First} had tidied. Voices in the evenings, quieter with the radio on. Not
  frightened of them, frightened of being sent in. Agreed early signs and who to ring.
Met {first} with the student out of the room, as {he} asked. Long history of being moved between
  services. Began with what has worked.
First meeting. We walked by the river, {his} idea. Medication taken most days. Mornings are the
  hardest.

# nurse_ends
Discharged to the surgery with a plan on one page. {First} knows the early signs better than I do.
  Can come back without a new referral for a year.
Last visit. {He} has been well since the winter. Thank-you card with a drawing on it, which is on
  the office wall.

# crisis
{First} rang just after nine, standing on the bridge by {street}. Kept talking until {friend}
  reached {him}. Safe tonight at {friend}'s; visit tomorrow before noon.
Call from {his} {relative}. {First} had cut {his} arm and locked the door. Opened it for us at
  ten. Dressed, sat together, agreed daily visits this week.
Rang from a call box. Had not slept for three nights. Nothing planned, everything too loud.
  Same-night visit with a colleague.

# ward_out
Discharge meeting with {first}, ward and housing. Goes home with seven days' tablets and a visit
  within forty-eight hours, from somebody {he} has met.
Meeting on the ward. {He} wanted to know what is written about {him} and we went through it line
  by line.

# on_the_ward
Met {first} on the ward. Infection in the leg, drip for some days. Worried about the dog, {pet};
  {friend} is minding. Wrote the phone number on the board.
Admitted overnight with chest pain. {First} was about to discharge {himself} because nobody had
  sorted the prescription. Sorted.
Seen beside the bed. Fall on the stairs, wrist broken. {He} has nowhere with a rail or a lift to
  go back to. Duty to refer explained, {he} agrees.

# going_home
Going out tomorrow. Dressings with the practice nurse, bed confirmed, bus fare in the envelope.
  Nobody should leave here at eleven at night and {first} will not.
Discharge planned with {first}. Not to a sofa this time: we waited a day for the room.

# health_check
Health check. Blood pressure up, teeth painful, feet better. {First} has not had a doctor for six
  years. Registered without an address, as the rules allow.
Seen. Inhaler checked, flu jab, bloods. {He} hates needles, so we talked about {love} until it was
  over.
New patient check. Pain in the back since {trade}. Sleeps four hours. Booked a double appointment
  for next time.

# care_assessed
Assessment at home over two visits. {First} can wash and cook on a good day, not on three days in
  seven. Eligible. {He} would like the same person each time.
Care Act assessment. Did it at the kitchen table with {his} {relative} out of the house, as {he}
  wished. What {he} wants: "{dream}".

# concern
Ring from a neighbour: people coming and going at {first}'s at all hours and {he} looks
  frightened. Spoke with {first} alone by phone. {He} wants them out but not the police.
Concern raised about money. Somebody else has {his} bank card. {First} says it is a loan. Enquiry
  opened, {he} knows.
A support worker is worried: {first} has lost a lot of weight and is not letting people in.
  Strategy talk held today with health and housing.

# concern_closed
Enquiry ended. Locks changed, new bank card, a worker who calls on Fridays. {First} says {he}
  feels safer, most nights.
Ended with a plan {he} helped write. {He} did not want to go further and had capacity to decide
  that. Recorded why.
`
