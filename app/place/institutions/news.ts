/** What the page of an institution says was done. */
export const news = {
  saved: 'The entry is saved. It says that you confirmed it today.',
  withheld: 'Where it is, is kept nowhere now. No import brings it back.',
  link: 'The link is declared, by your word, from today.',
  ended: 'The link has ended. It stays in the list below.',
  moved: 'It stands there on the sheet now.',
}
