// `npm run train -- TREEBANK_FOLDER [MODELS_FOLDER]`: trains the models from the CoNLL-U files of a folder, in the order of their names.
// The same files give the same models, byte for byte once unpacked.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { models } from '@demarche/english'
import { readPacked } from 'demarche/read/model'
import { dictionaryOf, type Dictionary, type TagsFile } from 'demarche/read/tags'
import { fieldsOf, type TreeModel } from 'demarche/read/tree'
import { Problem } from 'demarche/text'
import { readConllu, type Gold } from './conllu.js'
import { headlineOf } from './headlines.js'
import { meanOf } from './perceptron.js'
import { saveBoundary, saveTags, saveTree } from './save.js'
import { BeamTrainer } from './train-beam.js'
import { trainBoundary } from './train-boundary.js'
import { trainLemmas } from './train-lemmas.js'
import { tagAll, trainTags } from './train-tags.js'
import { countTree, lessonsOf, TreeTrainer, type Counted as CountedTree, type Predicted } from './train-tree.js'

const BOUNDARY = { bits: 17, iterations: 10, margin: 10 }
const TAGS = { bits: 22, iterations: 7, often: 8, seed: 1 }
const TREE = { structureBits: 22, relationBits: 22, iterations: 8, margin: 20, explore: 0.95 }
const BEAM = { width: 8, iterations: 5 }
/** Models are the mean of this many, each trained with the sentences in another order. */
const SEEDS = [1, 2, 3]
/** The parser's tags come from taggers that did not see the sentence: this many, each trained for so many rounds on the rest. */
const FOLDS = 5
const FOLD_ITERATIONS = 5
/** One sentence in so many is learned as a headline too, where it can be one. */
const HEADLINES = 4

/** A sentence, and the number of the sentence that it was made from; versions of one sentence never lie in two folds. */
interface Sample {
  readonly gold: Gold
  readonly origin: number
}

const log = (line: string): void => {
  process.stderr.write(`${(process.cpuUsage().user / 1e6).toFixed(0)} s  ${line}\n`)
}

const samplesOf = (sentences: readonly Gold[]): Sample[] =>
  sentences.flatMap((gold, origin) => {
    const headline = origin % HEADLINES === 0 ? headlineOf(gold, (origin / HEADLINES) % 2 === 0) : undefined
    return headline === undefined
      ? [{ gold, origin }]
      : [
          { gold, origin },
          { gold: headline, origin },
        ]
  })

function jackknife(samples: readonly Sample[], dictionary: Dictionary, lemmas: Pick<TagsFile, 'words' | 'endings'>): Predicted[] {
  const table = { words: new Map(Object.entries(lemmas.words)), endings: new Map(Object.entries(lemmas.endings)) }
  const predicted: Predicted[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = samples.filter(({ origin }) => origin % FOLDS !== fold).map(({ gold }) => gold)
    const model = trainTags(rest, dictionary, { ...TAGS, iterations: FOLD_ITERATIONS }, () => undefined)
    const held = [...samples.keys()].filter((i) => samples[i]!.origin % FOLDS === fold)
    const tags = tagAll(
      held.map((i) => samples[i]!.gold),
      { ...model, lemmas: table },
    )
    for (const [k, i] of held.entries()) predicted[i] = tags[k]!
    log(`fold ${fold + 1} of ${FOLDS} tagged`)
  }
  return predicted
}

function trainTree(
  sentences: readonly Gold[],
  predicted: readonly Predicted[],
  fields: TreeModel['fields'],
): CountedTree & Pick<TreeModel, 'structure' | 'relations'> {
  const counted = countTree(sentences, predicted, fields)
  const longest = Math.max(...sentences.map(({ forms }) => forms.length))
  const trained = SEEDS.map((seed) => {
    const trainer = new TreeTrainer(counted, TREE, longest, seed)
    trainer.train(lessonsOf(sentences, predicted, counted), log)
    return { structure: trainer.structure.average(), relations: trainer.relations.average() }
  })
  const greedy = { ...counted, structure: meanOf(trained.map((it) => it.structure)), relations: meanOf(trained.map((it) => it.relations)) }
  const beam = new BeamTrainer(greedy, BEAM, longest)
  beam.train(lessonsOf(sentences, predicted, counted), log)
  return { ...greedy, structure: beam.structure.average() }
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
const samples = samplesOf(sentences)
const all = samples.map(({ gold }) => gold)
log(`${files.join(', ')}: ${sentences.length} sentences, ${samples.length - sentences.length} headlines made from them`)
const words = readPacked(models, 'dictionary.tsv.gz').toString('utf8')
const dictionary = dictionaryOf(words)

saveBoundary(target, trainBoundary(sentences, BOUNDARY, log))

const lemmas = trainLemmas(all)
const taggers = SEEDS.map((seed) => trainTags(all, dictionary, { ...TAGS, seed }, log))
saveTags(target, { ...taggers[0]!, weights: meanOf(taggers.map(({ weights }) => weights)) }, lemmas)

saveTree(target, trainTree(all, jackknife(samples, dictionary, lemmas), fieldsOf(words)))
