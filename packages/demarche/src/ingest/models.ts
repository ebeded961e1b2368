import { models } from '@demarche/english'
import { checkFormat } from '../text/index.js'
import { readBlockModels, type BlockModels } from './lines/forest.js'

let read: BlockModels | undefined

/** The trained classifier, read once a process: the file never changes while a program runs. */
export function blockModels(): BlockModels {
  if (read) return read
  checkFormat(models, 'models')
  return (read = readBlockModels(new URL('blocks.json.gz', models)))
}
