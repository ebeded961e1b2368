/** The fenced blocks of a language that a page shows, in order. */
export const blocks = (page, language) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => match[1])
