import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { isFailure, readPending, type Found, type Pending } from '../../ingest/index.js'
import { documentRow, explainArticle, loadPipeline, readArticle, type Pipeline } from '../../pipeline.js'
import type { ArticleRow, FailureRow } from '../../spec/index.js'
import { isProblem } from '../../text/index.js'
import { articleRow, layersFor } from '../document.js'
import { failed } from './failed.js'
import type { Answer, Asked, Outcome, Start, Task } from './task.js'

// One worker thread: the language is loaded once, then documents come and go, one after the other. It may be stopped at any moment.

const { own, limits, codes, layers } = workerData as Start
const say = (answer: Answer): void => parentPort?.postMessage(answer)

/** The system's number of this thread, by which its CPU time is read. */
function thread(): number | undefined {
  try {
    return Number.parseInt(readFileSync('/proc/thread-self/stat', 'utf8'), 10)
  } catch {
    return undefined
  }
}

async function withArticle<R>(pending: Pending, work: (item: Found) => R): Promise<R | FailureRow> {
  const item = await readPending(pending, limits)
  if (isFailure(item)) return { ...item, failure: { ...item.failure, stage: 'read' } }
  try {
    return work(item)
  } catch (error) {
    return failed(item.id, item.input, error, 'code')
  }
}

/**
 * The article with what was set aside for no reason that has a name: nothing is coded from it, but who asks for the layers sees how it reads, and can judge whether
 * it should have stayed.
 */
const withDoubtful = (article: ArticleRow): ArticleRow => ({ ...article, removed: article.removed.filter((it) => !isDoubtful(it)) })
const isDoubtful = ({ why }: ArticleRow['removed'][number]): boolean => why === 'other'

function perform(pipeline: Pipeline | undefined, task: Task): Outcome<Task['do']> | Promise<Outcome<Task['do']>> {
  if (task.do === 'read') return withArticle(task.pending, (item) => item)
  if (!pipeline) throw new Error('this worker was started to read alone')
  if (task.do === 'code')
    return withArticle(task.pending, ({ id, input, article }) => documentRow(id, input, readArticle(pipeline, article), pipeline.coder))
  if (task.do === 'layers')
    return withArticle(task.pending, ({ id, input, article }) => {
      const read = readArticle(pipeline, withDoubtful(article), layersFor(task.layers))
      const removed = [...read.article.removed, ...article.removed.filter(isDoubtful)].toSorted((a, b) => a.span.from - b.span.from)
      return articleRow(id, input, { ...read, article: { ...read.article, removed } }, task.layers)
    })
  const { id, input, article } = task.document
  try {
    if (task.do === 'explain') return explainArticle(pipeline, article)
    return documentRow(id, input, readArticle(pipeline, article), pipeline.coder)
  } catch (error) {
    return failed(id, input, error, 'code')
  }
}

try {
  const pipeline = codes ? loadPipeline(own, limits, layers) : undefined
  let before: Promise<void> = Promise.resolve()
  parentPort?.on('message', ({ n, task }: Asked) => {
    before = before.then(async () => say({ n, outcome: await perform(pipeline, task) }))
  })
  say({ ready: true, thread: thread() })
} catch (error) {
  if (!isProblem(error)) throw error
  say({ fatal: error.fault })
}
