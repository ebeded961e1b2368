/** White space folded; line breaks of `<br>` stay. */
export const fold = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
