/**
 * Invented links of Wrenford: from, kind, strength, to whom. Only The Lantern knows the café, the
 * barbers and the football; Basin Boaters are linked to nobody.
 */
export const links = `
council | funding | 3 | lantern advice hf haven
council | funding | 2 | open step pantry mind welcome
council | commissioning | 3 | harbour riverside meadow
council | commissioning | 2 | safe bridge
council | data_sharing | 2 | probation trust hospital police
council | influence | 2 | meadow riverside college
council | referral_route | 3 | riverside hf lantern
council | referral_route | 2 | advice meadow haven
council | referral_route | 1 | lettings
trust | referral_route | 2 | mind harbour council
trust | referral_route | 1 | riverside
trust | data_sharing | 2 | hospital surgery
trust | commissioning | 2 | mind
hospital | referral_route | 3 | council trust
hospital | referral_route | 2 | surgery harbour
hospital | referral_route | 1 | lantern
hospital | support | 1 | lantern
surgery | referral_route | 2 | trust harbour advice
surgery | support | 2 | lantern pharmacy
surgery | trust | 2 | lantern
police | referral_route | 2 | haven council
police | referral_route | 1 | lantern
police | data_sharing | 2 | probation
police | influence | 2 | council
probation | referral_route | 3 | council harbour
probation | referral_route | 2 | jobs open bridge
probation | referral_route | 1 | trust
probation | commissioning | 2 | open
probation | informal | 1 | builders
jobs | referral_route | 2 | bridge college advice
jobs | referral_route | 1 | wheels council
jobs | support | 1 | cleaners
library | support | 1 | advice
library | informal | 1 | mothers
college | support | 2 | bakery
college | referral_route | 1 | jobs
college | data_sharing | 1 | jobs
fire | referral_route | 1 | council
fire | data_sharing | 1 | meadow
meadow | referral_route | 2 | advice credit
meadow | support | 1 | hf
meadow | trust | 2 | council
riverside | referral_route | 2 | harbour trust
riverside | referral_route | 1 | jobs
riverside | support | 2 | lantern
hf | referral_route | 2 | harbour trust
hf | referral_route | 1 | credit
hf | support | 2 | meadow
hf | trust | 3 | lantern
lantern | referral_route | 3 | council surgery harbour
lantern | referral_route | 2 | hf advice pantry
lantern | referral_route | 1 | jobs haven
lantern | informal | 3 | football
lantern | informal | 2 | osier barbers
lantern | trust | 2 | minster
lantern | support | 2 | minster
haven | referral_route | 2 | council law
haven | support | 2 | safe
haven | data_sharing | 1 | police
harbour | referral_route | 2 | trust surgery pharmacy
harbour | support | 2 | pharmacy lantern
harbour | informal | 1 | shed
advice | referral_route | 2 | council credit law
advice | trust | 2 | law
advice | support | 1 | pantry
law | referral_route | 1 | council
law | support | 2 | welcome
bridge | referral_route | 2 | college wheels
bridge | support | 2 | cleaners builders
open | support | 2 | probation lantern
open | trust | 3 | cleaners
open | informal | 2 | builders
welcome | referral_route | 2 | college surgery
welcome | trust | 2 | mosque
welcome | informal | 2 | mosque choir
step | referral_route | 2 | council college
step | informal | 1 | bakery
mind | referral_route | 1 | trust
mind | informal | 2 | choir shed
safe | trust | 3 | haven
safe | referral_route | 1 | surgery
pantry | referral_route | 2 | advice
pantry | support | 1 | minster mosque
minster | support | 2 | pantry lantern
minster | informal | 1 | choir
mosque | support | 1 | pantry
osier | trust | 2 | lantern
football | trust | 3 | lantern
barbers | trust | 2 | lantern
bakery | trust | 2 | college
pharmacy | trust | 2 | harbour
lettings | trust | 1 | council
`
