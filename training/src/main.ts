// `npm run train -- TREEBANK_FOLDER [MODELS_FOLDER]`: trains the tagger and the parser from the CoNLL-U files of a folder, in the order of their names.
// The same files give the same models, byte for byte once unpacked.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { models } from '@demarche/english'
import { readPacked } from 'demarche/read/model'
import { dictionaryOf, type Dictionary, type TagsFile } from 'demarche/read/tags'
import { Problem } from 'demarche/text'
import { readConllu, type Gold } from './conllu.js'
import { saveBoundary, saveTags, saveTree } from './save.js'
import { trainBoundary } from './train-boundary.js'
import { trainLemmas } from './train-lemmas.js'
import { tagAll, trainTags } from './train-tags.js'
import { countTree, lessonsOf, TreeTrainer, type Predicted } from './train-tree.js'

const BOUNDARY = { bits: 17, iterations: 10, margin: 10 }
const TAGS = { bits: 22, iterations: 7, often: 8 }
const TREE = { structureBits: 22, relationBits: 22, iterations: 8, margin: 20, explore: 0.95 }
/** The parser's tags come from taggers that did not see the sentence: this many, each trained for so many rounds on the rest. */
const FOLDS = 5
const FOLD_ITERATIONS = 5

const log = (line: string): void => {
  process.stderr.write(`${(process.cpuUsage().user / 1e6).toFixed(0)} s  ${line}\n`)
}

function jackknife(sentences: readonly Gold[], dictionary: Dictionary, lemmas: Pick<TagsFile, 'words' | 'endings'>): Predicted[] {
  const table = { words: new Map(Object.entries(lemmas.words)), endings: new Map(Object.entries(lemmas.endings)) }
  const predicted: Predicted[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (i: number): boolean => i % FOLDS === fold
    const model = trainTags(
      sentences.filter((_, i) => !inFold(i)),
      dictionary,
      { ...TAGS, iterations: FOLD_ITERATIONS },
      () => undefined,
    )
    const held = sentences.flatMap((sentence, i) => (inFold(i) ? [{ i, sentence }] : []))
    for (const [k, it] of tagAll(
      held.map(({ sentence }) => sentence),
      { ...model, lemmas: table },
    ).entries())
      predicted[held[k]!.i] = it
    log(`fold ${fold + 1} of ${FOLDS} tagged`)
  }
  return predicted
}

const [treebanks, target = fileURLToPath(models)] = process.argv.slice(2)
if (treebanks === undefined) {
  throw new Problem({
    reason: 'no-treebank',
    place: 'train',
    fault: 'no folder of treebanks was given',
    cure: 'npm run train -- FOLDER with *.conllu files',
  })
}
const files = readdirSync(treebanks)
  .filter((it) => it.endsWith('.conllu'))
  .toSorted()
const sentences = files.flatMap((it) => readConllu(readFileSync(join(treebanks, it), 'utf8')))
log(`${files.join(', ')}: ${sentences.length} sentences`)
const dictionary = dictionaryOf(readPacked(fileURLToPath(models), 'dictionary.tsv.gz').toString('utf8'))

saveBoundary(target, trainBoundary(sentences, BOUNDARY, log))

const lemmas = trainLemmas(sentences)
saveTags(target, trainTags(sentences, dictionary, TAGS, log), lemmas)

const predicted = jackknife(sentences, dictionary, lemmas)
const counted = countTree(sentences, predicted)
const lessons = lessonsOf(sentences, predicted, counted)
const trainer = new TreeTrainer(counted, TREE, Math.max(...lessons.map(({ input }) => input.length)))
trainer.train(lessons, log)
saveTree(target, { ...counted, structure: trainer.structure.average(), relations: trainer.relations.average() })
