/** What workers write about courts, prison, money, work, status. Format: words/library.ts. */
export const turnsLaw = `
# order_begins
First appointment. Went through the order in plain words: who I am, when we meet, what happens if
  something comes up. {First} asked for afternoons; {he} is up most nights.
{First} came early, nervous. Has not been in trouble for years before this. We talked about what
  led up to it: losing {trade}, then the drinking, then the row.
Induction done. {He} cannot read the licence letter well, so agreed that I ring or text and never
  only write.

# order_done
Last appointment. The order is complete. {First} shook my hand and said {he} hoped not to see me
  again, in the nicest way.
Order ended today, all done. We looked back at the first day's notes together and {he} could not
  believe some of it.
Completed. {First} is keeping the Thursday {love} group going, off {his} own bat.

# warned
Two supervision meetings not kept, no word. Letter sent, and a text because I know the letters are
  not read. Asked the others who work with {first} whether {he} has been seen.
Warning letter posted. Spoke to {first} by phone the next day: {he} had been sleeping at the bus
  station and had no phone for nine days. Recorded as a reason to be weighed.

# before_release
Video call from the wing. Release in three weeks, nowhere to go yet. Referred to the council and
  asked for a room near {his} {relative}. {He} is worried about the first night most of all.
Saw {first} before release. Weighs more, sleeping well, off everything. Frightened of the bus
  station, where everybody is.
Met on video. We made a list for the day: phone, claim, doctor, a bed. Nothing on it is certain
  yet.

# release
Came straight from the gate, on time. Discharge grant in {his} pocket, one bag. Phone bought on
  the way. Licence read through together; curfew explained twice.
Seen on release. {He} had not slept. Everything louder than {he} remembered. Lunch together, then
  the forms.
{First} reported as asked. Thinner than in the spring. Wants to see {his} {relative} before
  anything else and we rang from the office.

# claim_after_release
New claim made the same day. Advance paid, told that it is a loan. No bank account; payment by
  voucher until there is one.
Claim made with identity from the prison letter. {First} has not used a smartphone since before;
  signed up for the Tuesday session.

# recall
Licence ended early after the curfew was missed four nights running. {He} had told the hostel {he}
  was afraid of somebody on the same corridor. I have written that into the report.
Recalled. I spoke to {first} on the phone before the police did and asked {him} to come in. {He}
  came in.

# called_out
Called at 21:20 by a neighbour. Two people spoken to apart. One was taken to a friend's. No charge
  asked for at the scene.
Attended after a call from {street}. Calm on arrival. Safety advice given, form completed,
  referred with agreement.
Report of shouting and something broken. Children not present. Details passed to the safeguarding
  hub.

# relationships_work
First session of the relationships programme. {First} said very little, then stayed behind to say
  a good deal.
Talked about what happened that night without going round it. {He} used the word "I" for the first
  time.

# claim
Claim made in the office because the website timed out. Commitments agreed around {his}
  appointments elsewhere.
First interview. {First} worked for years in {trade}, has not had to claim before, and hates it.
  Said so, and that it is not personal.
Claim opened. Reading is hard for {him}: journal messages turned off, we ring instead.

# sanction/dwp
Decision: reduction for 28 days, appointment on the 3rd not kept, no good reason shown.
Decision made on the facts supplied. Right to ask for it to be looked at again set out in the
  letter.

# sanction
{First} rang in tears: nothing in the account. I did not know about the decision until today
  either. Food voucher, and told {him} how to ask for it to be looked at again.
Payment stopped after the missed appointment. That appointment was at 09:00, a time {he} cannot
  manage and had said so. Letter to support a reconsideration written with {him}.
Money stopped. {He} has £4 on the meter. Hardship payment asked for; foodbank referral sent.

# sanction_lifted
Sanction lifted after the team's letter. First full payment at the end of next week.
Reconsidered and put right. Arrears of payment will come in two parts because {first} asked for
  that.
Restored. Appointments moved to after two o'clock so it does not happen again.

# debts
Opened the carrier bag together. Fourteen creditors, two of them the same debt sold on. Breathing
  space applied for.
First appointment. £{amount} a month going out that does not need to. {He} thought bailiffs could
  come in; they cannot, and we wrote that on a card.
Went through everything. The oldest debt is from a catalogue in an ex-partner's hand. We will
  dispute that one.

# debts_settled
Plan agreed: token payments, water on the social tariff, council tax set to weekly. {First} slept,
  {he} says.
Two debts written off, one disputed and dropped. {He} kept the letter to show {his} {relative}.

# pip_refused
Refused on nought points by somebody who spoke to {him} for nineteen minutes. Asked for it to be
  looked at again, in time.
Talked {first} through what the assessor wrote. "That's not my life." Appeal form begun; diary for
  four weeks.

# pip_won
Tribunal found in {first}'s favour in a quarter of an hour. Back pay due. We talked about keeping
  that quiet for a while.
Appeal won, enhanced rate for daily living. {He} rang {his} {relative} from the corridor.

# work_search
{First} wants work, any work but {trade}, which {his} back will not take again. Wrote a CV that
  starts with what {he} is good at.
Looked at three jobs. One is two buses away before six in the morning. We agreed that is not a
  real offer.
Talked about what a good week would look like. Two days to begin with. Better-off calculation
  printed.

# course
Started the course: {course}. Knew more than the tutor about some of it, and was kind about it.
First week done. {First} was worried about the reading, and the college have put somebody beside
  {him}.

# job
Started Monday. {First} sent a photo of the boots. Travel paid for the first month.
Job begun, {job}, sixteen hours. Told {him} to ring before changing anything on the claim.

# status_advice
First meeting with an interpreter by phone. History taken only as far as needed today. Evidence
  list made, in {his} own language.
Application checked and sent. {First} asked whether anyone here talks to the Home Office. Nobody
  does but us, and only as {he} tells us to.

# status_granted
Decision received: leave to remain. {First} read it three times. Notice on the room runs from
  today, so housing today as well.
Granted. National Insurance letter, bank, benefits, doctor: a list on one page, and {friend} will
  go along for the first.
`
