import { madeDocument, sequence } from '../made.mjs'

/** Questions on the pairs and by the words of made documents, drawn by a fixed sequence: as often on a pair as news has it. */
export function questionsOn(documents, count = 500) {
  const next = sequence(7)
  return Array.from({ length: count }, () => {
    const { claims, article } = madeDocument(Math.floor(next() * documents))
    const words = article.text.split(/[ .]+/).toSorted((a, b) => b.length - a.length)
    const [a, b] = [claims[0].actors[0].actor, claims[0].recipients[0].actor].map(encodeURIComponent)
    return {
      pair: `/api/events?actor=${a}&with=${b}&limit=50`,
      state: `/api/pair?a=${a}&b=${b}`,
      search: `/api/events?text=${encodeURIComponent(words[0])}&limit=20`,
    }
  })
}
