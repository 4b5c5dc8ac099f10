/** How a note ends: the next step. Format: words/library.ts. */
export const endings = `
# next
Same time next week.
I will ring on Thursday.
Next time we look at the forms.
{First} will text me after the weekend.
I said I would chase the letter, and will.
Agreed: one phone call each before we meet again.
To bring the bank letter next time.
Will ask {his} doctor for a short note, with agreement.
Bus pass renewed before {he} left.
I owe {him} an answer about the {street} flat by Friday.
Reminder by text, not by post.
Left a card with my number on it.
Plan looked at, nothing to change.
To try the Wednesday lunch.
{He} will ring the council, I will sit beside {him}.
Spare charger lent.
Form half done; the other half on Monday.
No promises made that I cannot keep.
Asked whether I should pass this on. Yes.
See again in a fortnight, sooner if {he} rings.
Wrote the date on {his} hand, {his} idea.
Card for the crisis line in the wallet.
Ticket home sorted.
Will bring {his} own questions next time.
Left it there; enough for one day.
Asked what would help most. "Just ring when you say you will."
Told {him} what I would write here.
We will go together on Tuesday.
Food parcel taken.
Nothing more needed this week.
# about_other
{Friend} is using again and not well; has agreed I may mention it to outreach.
{His} {relative} is unwell and waiting for a scan.
{Friend} has been asked to leave the house too.
{His} {relative} has lost work and is behind with the rent.
The neighbour may be pregnant and frightened to say so.
{Friend} says somebody is holding his bank card.
# labelling
Presents as chaotic.
Non-compliant with the plan again.
Refuses to engage.
Attention-seeking on the phone.
Manipulative about the appointment time.
# correction
Wrong day written; it was Tuesday.
{First} read this and put me right about the flat.
Said the daughter, meant the niece.
Amount was wrong.
# withdrawn
Written on the wrong person's record.
Saved twice.
# act
Ring the council about tonight.
Send the letter of support.
Ask the surgery to see {him} this week.
Replace the lost bank card form.
Check on {him} before the weekend.
`
