import { models } from '@demarche/english'
import { readBlockModels, type BlockModels } from './lines/forest.js'

let read: BlockModels | undefined

/** The trained classifier, read once a process: the file never changes while a program runs. */
export const blockModels = (): BlockModels => (read ??= readBlockModels(new URL('blocks.json', models)))
