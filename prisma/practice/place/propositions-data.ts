/** Two invented propositions of Wrenford. Nobody put them forward; no cost is anybody's. */
export const propositions = [
  {
    title: 'Young people outside education and work start paid jobs near home',
    need: 'work',
    words:
      'Young people tell us that they are sent to courses for work that is not there, and that ' +
      'nobody who hires has ever met them. Most live within two miles of an employer that cannot ' +
      'find staff.',
    change:
      'Paid tasters of two weeks with three local employers, a college tutor who comes to the ' +
      'workplace, and one mentor who stays for the first six months of the job.',
    outcomes:
      'In work or learning after six and twelve months, by their own word; employers who take a ' +
      'second person. If fewer than half are there after six months, we stop and ask them why.',
    partners: [
      [
        'Young people of Tanner’s Park',
        'lived',
        'Choose the employers, and sit on the panel',
        '',
        '',
      ],
      [
        ...['Bridge to Work', 'social', 'One mentor for each ten, for six months, not six weeks'],
        ...['£38,000 to £44,000 a year (own budget, 2026)', ''],
      ],
      [
        ...['Wrenford College', 'public', 'Tutors go to the workplace; no September start'],
        ...['£12,000 a year (own estimate, 2026)', 'Fewer who leave half way; not cash'],
      ],
      [
        ...['Coppergate Bakery', 'private', 'Six paid tasters a year, wages at the full rate'],
        ...['£9,500 a year in wages (own figures, 2026)', 'Some of the cost of hiring; cash'],
      ],
    ],
  },
  {
    title: 'Nobody leaves hospital or prison to a pavement',
    need: 'homelessness',
    words:
      'People leave hospital wards and prison on the day a bed is wanted, and the first night is ' +
      'nobody’s task. What happens that night decides the month.',
    change:
      'One list of those due to leave within two weeks, kept by the discharge team with the ' +
      'person’s agreement; four rooms held for the first seven nights; somebody who meets them.',
    outcomes:
      'Nights on the street in the first week after leaving; still housed after six months; what ' +
      'people say of the day they left. Watch that nobody is kept in longer to wait for a room.',
    partners: [
      [
        ...['Wrenford General Hospital', 'public', 'Tells of a leaving two weeks before'],
        ...['', 'Bed days; not cash unless a bed closes'],
      ],
      [
        ...['Riverside Living', 'social', 'Holds four rooms for seven nights'],
        ...['£21,000 to £27,000 a year in rent lost (own estimate, 2026)', ''],
      ],
      [
        'Open Gate',
        'social',
        'Meets people at the gate and at the ward',
        '£30,000 a year (2026)',
        '',
      ],
      [
        'People who have left',
        'lived',
        'Say what the first night needs, and are paid for it',
        '',
        '',
      ],
    ],
  },
] as const
