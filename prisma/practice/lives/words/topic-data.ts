/** What people talk about while something is so. Format: words/library.ts. */
export const topics = `
# topic/general
Things are much as they were, and {first} says that is no bad thing.
Talked about {love}. {He} lights up.
{He} has been seeing more of {friend}, which seems to do {him} good.
Showed me photos of {his} {relative}.
Sleeping a little better this week.
A bad week, nothing in particular, just heavy.
Asked what {he} wants. "{dream}." Wrote it down in those words.
Talked about where {he} grew up.
Has started {love} again, a little.
The dog next door keeps {him} company.
Made me laugh, which I needed.
Worried about {his} {relative}.
Reading glasses found at last.
Too hot to sit inside, so we did not.
Said thank you at the end, out of nowhere.
Cooked properly twice this week.
Hair cut, looks well.
A row with {friend}, made up by evening.
Has been helping {friend} move.
Cross about the bus fares. Right to be.
Lost {his} phone again; new number to follow.
Asked about going back to {trade}. Not yet, but asked.
Birthday next week and no plans. We made one.
# topic/arrears
The letters from the rent office frighten {him} more than the sum does.
Paid £20 on Friday, wants that noted.
Cutting meals to pay the rent, which is not a plan we can leave alone.
# topic/rough
Out five nights of seven. Soaked through twice.
Somebody took the bag with {his} papers in it while {he} slept.
Walks until three and sleeps in the library when it opens.
Was moved on twice last night. Exhausted.
{He} will not go to the hostel and can say why: the last time, the corridor, the shouting.
Slept on the night bus and back again.
# topic/sofa
On {friend}'s sofa until Sunday, then not sure.
Third address this month. {First} keeps a toothbrush in each.
The welcome at {his} {relative}'s is wearing thin.
Sleeps in the front room, so only when everybody else has gone to bed.
# topic/hostel
The room is alright, the corridor is not.
Keeps to {himself} in the house. Comes down when it is quiet.
There was noise until four. Earplugs found.
Has put a picture up in the room.
Somebody in the house lent {him} money and now wants it back double.
# topic/temporary
One ring to cook on and no table. {First} eats on the bed.
The guest house changed the rules about visitors again.
Damp; photographs taken.
Bored more than anything, and far from everyone.
# topic/new_flat
The quiet is hard after so much noise. Leaves the radio on.
Has curtains up and a chair by the window.
Afraid of the meter; we looked at how to read it.
The neighbour brought round a plant.
People {he} knew have found out where {he} lives and knock at night.
First time {he} has paid a bill {himself} in years, and kept the receipt.
# topic/tenancy
The neighbour and the music again. Diary kept.
Housing association promised the boiler for Tuesday.
Rent up to date this month.
The mould is back behind the bed.
# topic/order
Talked about the day it happened without dressing it up.
Unpaid work hours done: half.
Keeping away from that crowd means crossing the road a lot, {he} says.
Wants the order behind {him}.
Said sorry is not enough, and that {he} does not know what is.
Practised what to say if the same friends turn up.
Has not been in trouble since, and is proud of it quietly.
Asked what happens to the record afterwards.
Unpaid work on Saturday was outdoors and {he} liked it.
Talked about temper: what the first second feels like.
Has paid the fine down again.
# topic/licence
Licence gone through again; the curfew is the hard part.
Keeping away from the old crowd, which means a long walk home.
Asked what happens if {he} is late once. Told {him} straight: ring first.
One more month of the tag.
Proud of the weeks behind {him}, counted on the calendar.
Talked about what {he} missed inside and what {he} does not miss.
Finds Sundays longest.
Has stopped looking over {his} shoulder for an officer.
# topic/release
Crowds are too much after so long. Shops early instead.
Still wakes at unlock.
Ringing round for a bed took the whole meeting.
Has kept away from everyone from before, which is lonely.
# topic/using
Using {drug} most days. Told me straight.
Used in the toilets at the station and hated it.
A quiet week for {drug}, for once.
Worried about what is in it at the moment.
More than usual since pay day.
Wants to cut down, does not want to be told to.
Not using alone, at least: {friend} is there.
# topic/treatment
Down to once a week from every day.
The evenings are the trouble, so we filled two of them.
Asked what comes after. First time.
Counting days and not telling me how many.
Two weeks clean of everything but tobacco.
Noticed what sets it off: pay day, and Sundays.
Ate breakfast three days running.
Has told {his} {relative} about the treatment.
Cravings in the afternoon. We timed one: eleven minutes.
# topic/treatment_heroin
Kept to the chemist all week.
The chemist is kind to {him}, which matters.
Dose looked at, no change wanted.
Weekly pick-up now, which {he} is proud of.
Has not used on top since the move.
Carries the kit. Showed me it.
Asked what comes after. First time.
Cravings in the afternoon. We timed one: eleven minutes.
# topic/relapse
A slip, and another. Here anyway.
Ashamed, and said so. We did not make it worse.
Starting again from today, not from the beginning.
# topic/steady
Half a year now.
Bored is the new problem and a better one.
Was offered some on Saturday, said no, rang {friend}.
# topic/low
Up at four with thoughts going round.
Did not want to talk, wanted somebody in the room.
Tears, then a plan for tea.
The mornings are like concrete, {he} says.
Has stopped answering {friend}'s calls.
Curtains closed since Sunday.
Eats when somebody else cooks.
Had one good afternoon, by the river, and remembered it.
Said it feels like wading.
# topic/nurse
Tablets taken most mornings now.
Noticed the early signs {himself} and rang.
The voices have been quiet since the radio trick.
Sleeping six hours.
# topic/crisis
Safe today. We looked at tonight and then at tomorrow, no further.
{Friend} is staying over until Thursday.
The card with the numbers is by the kettle.
# topic/unspoken
Sleeves down on a hot day. I asked, {he} said it was nothing. Door left open.
{His} phone rang nine times in the half hour. {He} did not want to say who.
Had to be home by three, to the minute.
# topic/safe_now
No contact from that side this week.
Code word still the same.
Court date worries {him}. Went through who will be in the room.
{He} laughed today.
# topic/money
Money gone by the ninth. Looked at why, without blame.
Meter on emergency since Sunday.
Payment came a day late and everything slid.
Wants payments weekly. Asked for that.
# topic/sanction
Nothing to live on until the 14th. Foodbank Tuesday and Friday.
Has borrowed from somebody {he} should not have.
Walked here, four miles, because of the fare.
# topic/debts
Two more letters, both from the same firm.
The bailiff's card came through the door and {he} did not open it for a day.
Token payments holding.
# topic/work
Applied for three, heard from none.
The trial shift went well. {Job} suits {him}.
Interview clothes found.
Needs a reference and the last boss has moved on.
# topic/job
Tired in a good way.
Early shift, so we moved to evenings.
First wage. Bought {his} {relative} flowers.
# topic/grief
It is the small things: {his} {relative}'s number still in the phone.
Cried, apologised for it, did not need to.
Anniversary coming up; we will do something that day.
# topic/health
The leg is slow to mend. Dressing dry.
Breathless on the stairs.
Toothache for a month. Rang the dental access line together.
Diabetes numbers better.
# topic/status
Waiting, and the waiting is the worst of it.
Letter came; read it with {him}, twice.
Interview date set.
# topic/young
College three days out of four.
Rows at the placement about nothing.
Wants to learn to drive.
Cooked for everyone, fed nine.
# topic/alone
Mine was the first voice since Friday.
Talks to the radio. Came to the lunch.
Went to the group and stayed at the back, and stayed.
`
