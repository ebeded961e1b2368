const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
  ŋ: 'n',
  ħ: 'h',
}
const PLAIN = /^[a-z0-9 ]*$/
const ASCII = /^[\x20-\x7e]*$/

/**
 * Names are looked up by their folded form: lower case, no accents, no full stops or apostrophes, hyphens and slashes as one blank. `Al-Shabaab`, `al Shabaab` → `al shabaab`;
 * `U.S.` → `us` (so check `NameEntry.written`); `N'Djamena` → `ndjamena`. Letters that are not Latin are kept.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower) && !lower.includes('  ')) return lower.trim()
  // Nothing to decompose.
  if (ASCII.test(lower))
    return lower
      .replace(/[.'`"]/g, '')
      .replace(/[ \-/_,]+/g, ' ')
      .trim()
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.'’‘`´ʻʼʿʾ"“”]/g, '')
    .replace(/[łøđðþßæœıəŋħ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\s\-‐‑–—/_,]+/g, ' ')
    .trim()
}
