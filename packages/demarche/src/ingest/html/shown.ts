// What of an element's text is shown, and how many words it has.

/** Elements whose text is not shown as text: code, templates, the items of forms' lists, what players hold. */
export const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'textarea',
  'select',
  'iframe',
  'object',
  'canvas',
  'head',
  'title',
  'audio',
  'video',
  'datalist',
  'noembed',
  'noframes',
])
/** Elements whose text is shown bold. */
export const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th'])

/** Words parted by white space, without splitting the text. */
export function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inside) words++
    inside = !space
  }
  return words
}
