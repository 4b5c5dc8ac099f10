/**
 * Invented services of Wrenford, each from the start of a line: institution, name, needs, ages, way
 * in, areas served (`*`: the whole city), hours, places at once, days to wait, days since it was
 * confirmed, who it is for, words. Nothing between two bars: not known. `withheld` in place of
 * areas: not to be found.
 */
export const services = `
council | Housing Options desk | homelessness | 16- | self | * | MO-FR 09:00-17:00 | | 2 | 12
  | Anybody with no home, or who may lose it within 56 days
  | Advice, and a plan for where to stay.
council | Rough sleeping outreach | homelessness | 18- | drop_in | *
  | MO-SU 05:30-09:00; MO-SU 20:00-23:00 | | 0 | 20 | Anybody sleeping out
  | Two workers on the street, morning and night.
council | Adult Social Care front door | safeguarding physical_health | 18- | self | *
  | MO-FR 08:30-17:00 | | 14 | 40 | Adults with care and support needs
  | Somebody to ask about care at home.
council | Leaving care team | care_experience homelessness | 16-25 | worker | *
  | MO-FR 09:00-17:00 | 80 | 5 | 33 | Young people who were in care
  | A personal adviser up to 25.
council | Debt and welfare hub | money | 16- | self | Minster, Cloth Hall, Weirgate
  | TU 10:00-15:00; TH 10:00-15:00 | | 6 | 15 | Anybody in Wrenford
  | Help with council tax and grants.
trust | Community mental health team | mental_health | 18- | referral | * | MO-FR 09:00-17:00
  | 220 | 42 | 25 | People with severe and lasting illness | Nurses, a doctor, social workers.
trust | Crisis line | mental_health | 16- | self | * | MO-SU 00:00-00:00 | | 0 | 8
  | Anybody in crisis | Somebody answers, day and night.
trust | Street health clinic | physical_health substance_use | 16- | drop_in | Minster, Wharfside
  | WE 10:00-13:00; FR 13:00-16:00 | 12 | 0 | 30 | People without a GP
  | Wounds, feet, vaccinations.
trust | Talking therapies | mental_health | 16- | self | * | MO-FR 08:00-20:00 | | 63 | 60
  | Anxiety and low mood | By telephone or in a room.
trust | Learning disability nurses | learning physical_health | 18- | referral | *
  | MO-FR 09:00-17:00 | 60 | 35 | 200 | Adults with a learning disability
  | Health checks with time.
hospital | Homeless discharge team | homelessness physical_health | 18- | worker | *
  | MO-FR 08:00-18:00 | 25 | 0 | 28 | Inpatients with nowhere to go
  | Plans leaving from the first day.
hospital | Alcohol care team | substance_use physical_health | 18- | worker | *
  | MO-SU 08:00-20:00 | | 0 | 90 | People in hospital who drink
  | Detox on the ward, and what comes after.
probation | Women’s reporting centre | justice | 18- | referral | *
  | MO 09:00-12:00; TH 09:00-12:00 | 20 | 0 | 45 | Women on probation
  | Reporting in a place without men.
probation | Unpaid work placements | justice work | 18- | worker | * | MO-SA 09:00-16:00 | 50
  | 10 | 150 | People with an order | Gardens, kitchens, workshops.
jobs | Work coach for complex lives | work money | 18- | self | * | MO-FR 09:00-17:00 | | 7 | 18
  | People whose claim is at risk | One coach, longer meetings.
jobs | Help to claim | money | 16- | self | * | MO-FR 09:00-17:00 | | 3 | 300
  | Anybody making a first claim | With the form and the evidence.
library | Warm room and computers | isolation work | | drop_in | Minster, Larkfield, Stonebow
  | MO-SA 09:30-18:00 | 40 | 0 | 22 | Anybody | Warm, dry, a telephone to charge.
library | Reading together | learning isolation | 16- | drop_in | Stonebow | WE 14:00-15:30 | 10
  | 0 | | Adults who find reading hard | A small group that reads aloud.
college | English for speakers of other languages | learning work | 16- | self | *
  | MO-FR 09:00-16:30 | 120 | 21 | 70 | Anybody over 16
  | Five levels, two of them in the evening.
college | Skills bootcamp in catering | work | 19- | self | * | MO-TH 09:30-15:00 | 16 | 30 | 55
  | People out of work | Twelve weeks, then an interview.
fire | Safe and well visits | physical_health isolation | 18- | self | * | MO-FR 09:00-16:00
  | | 12 | 110 | People who live alone | Alarms, and a look round with you.
meadow | Tenancy support | homelessness money | 18- | referral
  | Larkfield, Hollin Common, Applewick | MO-FR 09:00-17:00 | 45 | 14 | 35
  | Tenants of Meadow Homes | A worker before arrears grow.
meadow | Move-on flats | homelessness | 18- | referral | Sallow Green, Kestrel Down
  | MO-FR 09:00-17:00 | 18 | 60 | 26 | People ready to leave a hostel
  | Two years, then a home of one’s own.
riverside | Quayside House | homelessness substance_use | 18- | referral | Wharfside
  | MO-SU 00:00-00:00 | 32 | 9 | 10 | Single adults | A hostel with workers day and night.
riverside | Winter beds | homelessness | 18- | worker | Wharfside, Weirgate | MO-SU 21:00-08:00
  | 14 | 0 | 14 | Anybody sleeping out in the cold | A bed, a shower, breakfast.
hf | Housing First | homelessness mental_health substance_use | 18- | referral | *
  | MO-FR 09:00-17:00 | 28 | 75 | 21 | People whom hostels have failed
  | A home with support that does not end.
hf | Furniture store | homelessness money | 18- | worker | * | TU 10:00-14:00; FR 10:00-14:00
  | | 7 | 400 | People moving into a first home | A bed before the first night.
lantern | Day centre | homelessness isolation physical_health | 18- | drop_in
  | Minster, Cloth Hall | MO-FR 08:00-14:00 | 60 | 0 | 6 | Anybody without a home
  | Showers, a meal, post, lockers.
lantern | Women’s morning | homelessness domestic_abuse | 18- | drop_in | Minster
  | TH 09:00-12:00 | 15 | 0 | 6 | Women | A morning without men.
lantern | Volunteer barber | isolation | 18- | drop_in | Minster | MO 10:00-12:00 | 8 | 0
  | | Anybody at the day centre | Haircuts, no questions.
haven | Refuge | domestic_abuse homelessness | 16- | self | withheld | | 11 | | 9
  | Women and their children | A safe place to stay. Ring at any hour.
haven | Independent advisers | domestic_abuse safeguarding | 16- | worker | withheld | | 70 | 3
  | 9 | Anybody at high risk | Advisers who stand beside you.
haven | Freedom course | domestic_abuse | 18- | self | withheld | | 12 | 20 | 38 | Women
  | Twelve weeks with others who know.
harbour | Treatment hub | substance_use | 18- | self | Minster, Ropewalk, Coppergate
  | MO-FR 09:00-17:00; WE 17:00-19:30 | 340 | 4 | 16 | Adults who use drugs or drink
  | Prescribing, a key worker, groups.
harbour | Needle exchange | substance_use | 18- | drop_in | Minster | MO-SA 09:00-18:00 | | 0
  | 16 | Anybody | Clean works, naloxone, no name asked.
harbour | Recovery café | substance_use isolation | 18- | drop_in | Ropewalk
  | SA 10:00-14:00; SU 10:00-14:00 | 30 | 0 | 95 | People in recovery
  | Run by people who have been there.
harbour | Young people’s team | substance_use | 11-18 | referral | * | MO-FR 10:00-18:00 | 50 | 8
  | 52 | Under 18 | Comes to where you are.
advice | Debt advice | money | 16- | self | * | MO 09:30-16:00; TH 09:30-16:00 | | 12 | 29
  | Anybody in Wrenford | Letters opened together.
advice | Housing law clinic | homelessness money | 16- | self | * | WE 13:00-17:00 | 8 | 9 | 29
  | Anybody facing eviction | A solicitor for an hour.
advice | Immigration advice | immigration | 16- | self | * | FR 10:00-15:00 | 10 | 28 | 75
  | Anybody without settled status | Advice at OISC level 2.
bridge | Back to work club | work isolation | 18- | self | Stonebow, Priory Fields
  | TU 10:00-13:00; TH 10:00-13:00 | 20 | 5 | 44 | People out of work for a year
  | One step a week.
bridge | Young people’s starts | work learning | 16-24 | self | Tanner’s Park, Rookery Park
  | MO-FR 10:00-16:00 | 25 | 10 | 19 | Outside education and work
  | Paid tasters with local employers.
open | Through the gate mentors | justice homelessness | 18- | worker | * | MO-FR 08:00-18:00
  | 40 | 6 | 31 | People leaving prison | Met at the gate.
open | Families of prisoners group | justice isolation | | self | Priory Fields | WE 18:00-20:00
  | 15 | 0 | 240 | Families | Tea, and others who know.
welcome | Welcome desk | immigration homelessness | | drop_in | Ropewalk
  | MO 10:00-16:00; WE 10:00-16:00 | | 0 | 17 | People seeking sanctuary
  | Forms, telephone cards, somebody who speaks it.
welcome | Conversation café | immigration isolation learning | | drop_in | Ropewalk
  | SA 11:00-13:00 | 40 | 0 | 80 | Anybody | English over tea.
step | Supported lodgings | care_experience homelessness | 16-21 | referral | *
  | MO-FR 09:00-17:00 | 12 | 40 | 48 | Young people who were in care | A room in a family’s home.
step | Drop-in for care leavers | care_experience isolation | 16-25 | drop_in | Coppergate
  | TU 16:00-19:00 | 25 | 0 | 27 | Young people who were in care | Food, a sofa, a worker.
mind | Peer support groups | mental_health isolation | 18- | self | Coppergate, Osier Bank
  | MO 18:00-20:00; TH 18:00-20:00 | 15 | 0 | 65 | Anybody | Led by people who have been ill.
mind | Bereaved by suicide | mental_health | 18- | self | * | 1TU 18:30-20:30 | 12 | 0 | 130
  | Anybody bereaved | The first Tuesday of the month.
safe | Outreach for people who sell sex | safeguarding physical_health | 18- | self | withheld
  | | | 0 | 24 | Anybody who sells sex | Health, safety, no judgement.
pantry | Food bank | money | | worker | * | TU 12:00-15:00; FR 12:00-15:00 | | 0 | 11
  | Anybody with a voucher | Three days of food.
pantry | Community shop | money isolation | | self | Hollin Common, Larkfield | MO-FR 10:00-16:00
  | 200 | 7 | 58 | Members from near by | Ten things for £4.
wheels | Bicycle loans | work | 16- | worker | * | WE 09:00-12:00 | 30 | 14 | 180
  | People with a job offer | A bicycle for three months.
osier | Pay it forward table | isolation money | | drop_in | Osier Bank | MO-SU 08:00-16:00 | 6
  | 0 | | Anybody | Sit down. Somebody has paid.
minster | Friday soup | isolation homelessness | | drop_in | Minster | FR 18:00-20:30 | 80 | 0
  | 36 | Anybody | Hot food and company.
mosque | Shared kitchen | isolation money | | drop_in | Ropewalk | FR 14:00-17:00; SU 12:00-15:00
  | 100 | 0 | 62 | Anybody | Cook together, or only eat.
shed | The Shed | isolation work | 18- | drop_in | Quarry Rise | TU 10:00-15:00; SA 10:00-13:00
  | 12 | 0 | | Anybody | Tools, tea, things to mend.
choir | Choir | isolation | | drop_in | Millrace | WE 19:00-21:00 | | 0 | 500 | Anybody
  | No audition.
bakery | Apprentice bakers | work | 16-24 | worker | Coppergate | MO-FR 04:00-12:00 | 3 | | 85
  | Young people | A wage, a trade, a mentor.
pharmacy | Supervised prescriptions | substance_use physical_health | 18- | referral
  | Stonebow, Minster | MO-SA 08:30-18:30 | 40 | 0 | 50 | People on a prescription
  | A quiet room, the same faces.
cleaners | Second chance jobs | work justice | 18- | worker | * | MO-FR 06:00-14:00 | 5 | 21
  | 140 | People with a record | A job first, questions later.
`
