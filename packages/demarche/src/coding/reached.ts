/** How the words of a role were reached, said to a reader; what the tree gives plainly needs no word. The terminal and the page say it alike. */
export const REACHED: Readonly<Record<string, string>> = {
  order: 'by the order of words',
  control: 'understood from the verb above',
  coordination: 'shared in a list',
  relative: 'through a relative clause',
  participle: 'through a participle',
  possessive: 'as owner',
  'light-verb': 'through the verb that carries the noun',
  object: 'hangs on the object',
}
