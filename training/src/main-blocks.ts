// `npm run train:blocks -- ROWS.jsonl [MODEL]`: trains the classifier of pages, lines and running text from pages with known articles. The same rows give the
// same model, byte for byte.
import { fileURLToPath } from 'node:url'
import { models } from '@demarche/english'
import { trainBlocks } from './blocks.js'

const [rows, target = fileURLToPath(new URL('blocks.json.gz', models))] = process.argv.slice(2)
if (rows === undefined) throw new Error('name the file of rows { id, html, body }')
trainBlocks(rows, target)
