// `node training/dist/main-blocks.js ROWS.jsonl [MODEL]`: trains the classifier of blocks from pages with known articles. The same rows give the same model.
import { fileURLToPath } from 'node:url'
import { models } from '@demarche/english'
import { trainBlocks } from './blocks.js'

const [rows, target = fileURLToPath(new URL('blocks.json', models))] = process.argv.slice(2)
if (rows === undefined) throw new Error('name the file of rows { id, html, body }')
trainBlocks(rows, target)
