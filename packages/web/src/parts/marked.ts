export interface Part {
  readonly words: string
  readonly hit: boolean
}

/** A sentence in parts, those that were looked for apart. Words match from where they begin, in any case, as the search does for whole words. */
export function marked(sentence: string, query: string): Part[] {
  const wanted = new Set((query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((it) => it !== 'or' && it !== 'and'))
  const parts: Part[] = []
  const add = (words: string, hit: boolean): void => {
    const last = parts.at(-1)
    if (words === '') return
    if (last?.hit === hit) parts[parts.length - 1] = { words: last.words + words, hit }
    else parts.push({ words, hit })
  }
  for (const part of sentence.split(/([\p{L}\p{N}]+)/u)) add(part, wanted.has(part.toLowerCase()))
  return parts
}
