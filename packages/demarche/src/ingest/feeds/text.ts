import { walkMarkup } from '../markup.js'

/** Text of a small piece of HTML: tags gone, entities decoded, white space folded. */
export function textOfMarkup(html: string): string {
  let out = ''
  let silent = 0
  const change = (name: string, by: number): void => void (silent += name === 'script' || name === 'style' ? by : 0)
  walkMarkup(html, false, {
    open: ({ name }) => change(name, 1),
    close: ({ name }) => change(name, -1),
    text: (text) => void (out += silent > 0 ? '' : text),
  })
  return out.replace(/\s+/g, ' ').trim()
}
