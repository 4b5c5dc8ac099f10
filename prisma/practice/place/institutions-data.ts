/**
 * Invented institutions of Wrenford: key, sector, name, what it is, the key of the agency that
 * keeps its entry. None exists.
 */
export const institutions = `
council | public | Wrenford City Council | The council of the invented city of Wrenford. | options
trust | public | Wren Valley Partnership Trust | Mental and community health care. | cmh
hospital | public | Wrenford General Hospital | The general hospital. | hospital
surgery | public | Millgate Surgery | A surgery with a nurse for people without a home. | gp
police | public | Wrenshire Police, Wrenford | Neighbourhood officers. | police
probation | public | Probation Service, Wrenford | Supervision in the community. | probation
jobs | public | Wrenford Jobcentre | Benefits and work. | jobcentre
library | public | Wrenford Libraries | Seven libraries and a bus. |
college | public | Wrenford College | Further education and skills. |
fire | public | Wrenford Fire and Rescue | Safe homes and quick help. |
meadow | social | Meadow Homes | A housing association. | meadow
riverside | social | Riverside Living | A housing association. | riverside
hf | social | Housing First Wrenford | Homes first, support for as long as it takes. | hf
lantern | social | The Lantern | A charity with a day centre. | lantern
haven | social | Haven | A charity against domestic abuse. | haven
harbour | social | Harbour Recovery | Drug and alcohol treatment. | dna
advice | social | Wrenford Advice | Free advice on debt, benefits and housing. |
law | social | Wrenford Law Centre | Solicitors for people who cannot pay. | legal
bridge | social | Bridge to Work | Training and jobs for people far from work. |
open | social | Open Gate | Mentors for people who leave prison. |
welcome | social | Wrenford Welcomes | Help for people seeking sanctuary. |
step | social | Next Step Youth | For young people who have left care. |
mind | social | Wrenford Minds Together | Peer support in mental health. |
safe | social | Safer Streets Wrenford | Outreach for people who sell sex. |
pantry | social | The Wren Pantry | A food bank and community shop. |
credit | social | Wrenford Credit Union | Small loans and savings. |
wheels | social | Wheels to Work | Bicycles and lifts to a first job. |
osier | informal | Osier Bank Café | A café where nobody has to buy anything. |
minster | informal | Minster Street Congregation | A congregation with an open door. |
mosque | informal | Ropewalk Mosque Kitchen | A shared kitchen. |
shed | informal | The Quarry Rise Shed | A workshop for whoever comes by. |
choir | informal | Millrace Choir | A choir for anybody. |
football | informal | Tuesday Football | A kickabout on the rec. |
mothers | informal | Larkfield Mothers’ Circle | Neighbours who mind each other’s children. |
boaters | informal | Basin Boaters | Families on the water. |
bakery | private | Coppergate Bakery | A bakery that takes on apprentices. |
pharmacy | private | Stonebow Pharmacy | A pharmacy. |
cleaners | private | Larkfield Cleaning | An employer that asks no questions about the past. |
lettings | private | Harrow Lettings | A letting agent that takes tenants on benefits. |
barbers | private | Cutler’s Barbers | Two chairs, and an ear. |
builders | private | Stagg Builders | A builder that trains on site. |
`
