/** Small facts that make a life one's own and come back in what workers write. */
export const relatives = `mum, dad, nan, sister, brother, aunt, auntie Pat, cousin, stepdad, gran,
uncle, older brother, younger sister, foster mum, grandad, sister-in-law`

export const friends = `Kaz, Big Dave, Shell, Bernie, Mo, Titch, Yusuf, Gaz, Carol, Ollie, Denise,
Jacko, Samir, Lorna, Macca, Wojtek, Precious, Little John, Farouk, Trish, Stevo, Ama, Nev, Rosa`

export const pets = `Bella, Duke, Patch, Roy, Tyson, Storm, Tilly, Rex, Peanut, Biscuit, Zeus,
Molly`

export const loves = `drawing, fishing on the canal, cooking, five-a-side, old motorbikes, gospel
music, reading crime novels, boxing, growing vegetables, crochet, fixing bikes, poetry, chess,
gardening, dancehall, local history, football, baking, walking by the river, knitting, cricket,
drumming, birdwatching, pool, drag racing, sewing, carpentry, hymns, weightlifting, writing songs,
jigsaws, snooker`

export const trades = `warehouse work, roofing, care work, kitchen portering, security,
scaffolding, hairdressing, plastering, driving a forklift, cleaning, bar work, the army, painting
and decorating, factory nights, retail, ground work, nursing back home, taxi driving, tree
surgery, teaching back home, bricklaying`

export const courses = `plumbing, English, food hygiene, bricklaying, hairdressing, maths,
computers, health and social care, painting and decorating, motor vehicles, gardening, first aid
and fire safety`

export const jobs = `warehouse shifts, cleaning, kitchen portering, care work, bar work, van
driving, shop work, gardening, factory work, security, school dinners, labouring`

export const dreams = `my own front door, to see the sea again, a job with my hands, to get my
teeth fixed, to finish my plumbing ticket, a dog again when I have a place, to sleep through one
night, a quiet street, to cook for my mum, my driving licence, to go to college, a garden, to go
home and visit my grandmother, to get my benefits sorted and stop worrying about post, to be a
peer mentor one day, one worker who stays, somewhere my family can visit, to have people round for
tea`

export const streets = `Alder, Brindle, Capstan, Dovecote, Elmfield, Fuller, Glazier, Harrow,
Inkerman, Juniper, Kiln, Lantern, Merrow, Nettle, Osier, Paddock, Quarry, Ropewalk, Saltbox,
Tanner, Underbank, Vintner, Weaver, Yarrow, Barleymow, Cinder, Fletcher, Gosling, Hopyard,
Limekiln, Malting, Pewter, Sedge, Thimble, Wagtail`

export const endings = `Road, Street, Lane, Close, Gardens, Way, Rise, Court, Walk, Terrace,
Drive, Row`

export const childNames = `Ayaan, Bella, Callum, Daisy, Elijah, Freya, Grace, Hamza, Isla, Jayden,
Kayden, Layla, Mason, Nia, Oscar, Poppy, Riley, Sofia, Tyler, Zara, Aleksy, Amira, Kofi, Maja,
Ravi`

const split = (text: string) => text.split(',').map((word) => word.trim().replace(/\s+/g, ' '))

/** One list as words. */
export const list = (text: string): string[] => split(text)
