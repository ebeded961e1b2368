import { isName, LONGEST_ENDING, lemmaKey, type LemmaTable } from 'demarche/read/tags'

// Lemmas as the treebanks alone teach them, without what `read/tags/lemma.ts` corrects by hand: irregular pasts before what was seen, and no empty lemma.
// The shipped parser learned from these, and the rules are tuned to it: trained on the corrected ones it is as good on treebanks (LAS dev 80.9, test 81.1) and
// loses on events (dyads of wire stories 0.506 to 0.490). So what it learns from is kept here, and the program's corrections can go on.

/** The lemma by the longest known ending; a rule may cut a sign to nothing. */
export function learnedByEnding(form: string, xpos: string, endings: LemmaTable['endings']): string {
  const lower = form.toLowerCase()
  const base = isName(xpos) ? form : lower
  for (let size = Math.min(LONGEST_ENDING, lower.length - 1); size >= 0; size--) {
    const edit = endings.get(`${xpos}|${lower.slice(lower.length - size)}`)
    if (edit === undefined) continue
    const plus = edit.indexOf('+')
    const cut = Number(edit.slice(0, plus))
    if (cut <= lower.length) return base.slice(0, base.length - cut) + edit.slice(plus + 1)
  }
  return base
}

export function learnedLemma(form: string, xpos: string, table: LemmaTable): string {
  const plain = form.replaceAll('’', "'")
  const seen = table.words.get(lemmaKey(plain, xpos))
  if (seen !== undefined) return seen
  return plain.length < 3 && !isName(xpos) ? plain.toLowerCase() : learnedByEnding(plain, xpos, table.endings)
}
