/** Own words, warnings, referrals, ratings, plans. Format: words/library.ts. */
export const voices = `
# own/mornings
Mornings are bad. If I miss you, text once and try me after two.
I am not a morning person and it is not laziness, it is the tablets.
Nights I am up. Please not before noon.
# own/reach
I do not open brown envelopes. Ring, or tell {friend}.
Text me. If I do not answer I am not ignoring you, I have no credit.
Letters frighten me. Come and say it.
If my phone is off ask at the day centre.
Ring twice, then I know it is you.
# own/want
I want {dream}.
What I want is {dream}. That is all really.
{Dream}. The rest I can do.
Ask me in a year and it will be the same: {dream}.
# own/be
I have told my story a hundred times. Read it first, then talk to me.
Do not talk over me to whoever I came with.
I know a lot about {love}. Nobody ever writes that down.
I did {trade} for years. I was not always like this.
Say what you will do and then do it. That is it.
I go quiet when I am frightened. It is not rudeness.
Speak a bit slower and do not use initials.
I laugh when I am nervous. It does not mean it is funny.
I do not want to be fixed, I want somebody to ring.
If I shout, wait. I will be sorry in a minute.
{Friend} can come with me. {Friend} is not my boyfriend or anything, just sound.
I trust {friend}, the dog and about two of you.
I can do it, I just cannot do it all on one day.
Ask me about {love} if I am having a bad day.
# ask_first
Before asking about the past, speak to {worker}.
There are dates that are hard. {worker} knows which; ask there first.
Please do not start from the beginning again. {worker} has it written down with {him}.
# good_day
On a good day I have been out with the dog, {pet}, before you have had breakfast.
Good day: music on, window open, {love}.
When I am well I answer the phone and I am funny.
# when_unwell
When I am going downhill I stop washing up. If you see the sink, say something.
I cancel three things in a row. That is the sign.
I ring people at night and then say sorry. Please just ask how I slept.
# adjust/communication
Text first|Plain words, short sentences; no voicemail
Ring, do not write|Letters go unopened
One thing at a time|Write the next step on a card
# adjust/reading
Talk it through: reading is hard|Read forms aloud; large print for what is kept
Uses a reader app|Send text, not pictures of text
# adjust/access
Ground floor or a lift|Knee; ten steps is the limit
Wheelchair on bad days|Ask on the morning
# adjust/time
Afternoons|After two is best
Needs a break in long meetings|Every half hour, outside
# adjust/trauma
Door open, seat by the exit|Small rooms are hard
Ask before sitting close|No surprises, say who is coming
# adjust/sensory
Quiet room|Bright light and noise are painful
Hearing aid, left side|Sit on the right
# safe/phone
Text first; ring after two; no voicemail|Others may pick up the phone
Ring only between ten and noon|Alone at home then
Say you are from the surgery|Agreed with {him}; never name the agency
# safe/post
No letters|Post is opened by others
Nothing to the old address|It was left for good reason
Hold letters for collection|At the day centre, Tuesdays
# warn/visit
Two to a visit. Somebody who comes to the flat has been threatening to workers; {first} has not.
Visit in pairs, in daylight. {First} can be very frightened and has pushed past people to get out.
# warn/overdose
Tolerance is low after a gap. Naloxone in the left coat pocket. Ask when {he} last used, and with
  whom.
Has overdosed before. Ring 999 first, then use the kit. {First} wants to be told plainly that
  people worry.
# warn/self_harm
Ask directly. {First} says being asked helps. Do not leave {him} waiting alone in reception.
Keeps tablets to a week at a time, by agreement. Ring the crisis line with {him} rather than for
  {him}.
# warn/fire
Smokes in bed, alarm fitted and tested, sockets overloaded.
# warn/allergy
Penicillin: rash and swelling in the past. Say so at every door.
# warn/dog
{pet} is friendly once {first} has said so. Ring before you knock.
# warn/exploitation
People use the flat and {his} card. Never ask in front of visitors. A sign has been agreed for
  "come back later".
# warn/health
Seizures when drinking stops suddenly. On {his} side, time it, 999 after five minutes.
# evidence/visit
Two visits in the last quarter, written up the same day.
# evidence/overdose
Ambulance record and {his} own account.
# evidence/self_harm
What {he} told the crisis team, and the ward letter.
# evidence/fire
Fire service home visit.
# evidence/allergy
Surgery record.
# evidence/dog
Seen by the worker who called.
# evidence/exploitation
Neighbour, bank, and {first}, apart from one another.
# evidence/health
Hospital letter.
# refer/homelessness_duty
{First} will have nowhere to go within weeks and agrees to this referral.
Likely to be homeless within 56 days. {He} chose this council because {his} {relative} is here.
# wants/homelessness_duty
A plan before the day, not on it.
Somewhere {he} can lock, with no stairs.
# refer/hostel
Sleeping out or on floors for weeks. A room would change everything else.
{First} has said yes to a hostel for the first time. Please be quick, it took long to get here.
# wants/hostel
A room away from people {he} owes money to.
A door that locks and somewhere for the dog.
# refer/housing_first
Has been through every hostel in the city. A home of {his} own, with one worker who stays, is what
  has not been tried.
# wants/housing_first
A flat on a quiet street, and to keep {his} own worker.
# refer/substance
{First} asks for help with {drug} and would like to be seen near here.
Has cut down alone twice. Would like company in it this time.
# wants/substance
To cut down without being told off.
Somebody to talk to, no groups.
# refer/mental_health
Low for months, not sleeping, has lost interest in {love}. Tablets tried, no change.
Voices in the evening, frightened of being sent in. Would see somebody at home.
# wants/mental_health
One nurse, not five.
To sleep, and to stop being frightened of it.
# refused/no_capacity
We are full, with a list. Please ask again in six weeks; we have rung {first} to say so.
No space before the spring. Sorry.
# refused/too_complex
We could not meet these needs safely with one worker on at night.
We do not think we are the right place for everything {he} is carrying at once.
# refused/risk
We have somebody here who should not meet {first}. Not {his} fault.
# refused/local_connection
No local connection shown; the other council has been told.
# refused/below_threshold
Does not meet our threshold today. Advice given to the surgery.
# refused/substance_first
We ask that drink and drugs are looked at first. (We know what that sounds like.)
# refused/could_not_reach
Three calls, two texts, no answer.
# refused/person_declined
{First} said not now when we rang.
# need/better
Better than last time, in {his} own words too.
Small steps, all in one direction.
Easier since the move.
# need/same
Much as before.
No change, which is not nothing.
Holding.
# need/worse
Harder than in the last review; see contacts.
More worried than we were.
Slipping, and {he} says so.
# goal/homelessness
My own front door
To stay where I am and not lose it
# goal/substance_use
Cut down, my way
Stay off it through the winter
# goal/justice
Get to the end of the order
No more police at my door
# goal/mental_health
Sleep, and get out of the house twice a week
Know the signs before it gets bad
# goal/money
Know what comes in and what goes out
No more brown envelopes
# goal/physical_health
Teeth done
Walk to the shop without stopping
# goal/domestic_abuse
Feel safe at home
# goal/isolation
Somebody to have Sunday dinner with
# goal/work
Two days a week to start with
# goal/learning
Read my own letters
# goal/other
Time for {love}
# action/homelessness
Deposit form for the flat
Bid together every Thursday
Ask for the ground-floor list
Furniture grant form
# action/substance_use
Book the Tuesday slot
Carry the kit, and a spare for {friend}
# action/justice
Move supervision to afternoons
Letter to the court about the ward stay
# action/mental_health
Write the early signs on a card
Ring the surgery for a double appointment
# action/money
Ask for weekly payments
Send the reconsideration letter
Switch the meter
# action/physical_health
Register with the dentist
Ask for a new inhaler
# action/domestic_abuse
Change the locks
# action/isolation
Go to the Wednesday lunch, together the first time
# action/work
References from {trade}
Interview clothes
# action/learning
Enrol for the reading group
# action/other
ID: replace the birth certificate
New SIM card
Bus pass
# choice/objection
Not to the Jobcentre. They twist it.
I do not want my landlord to know about my health.
Nothing about my drinking to probation, please.
Not the police, ever.
# choice/consent
Yes, you can tell them how treatment is going.
Fine, if it stops me having to say it again.
Yes, until the tribunal.
`
