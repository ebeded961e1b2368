import { defineCommand } from 'citty'
import { readInputs } from '../../ingest/index.js'
import { loadPipeline, readArticle } from '../../pipeline.js'
import { articleRow, LAYERS, layersFor, type LayerOption } from '../document.js'
import { EXIT, Usage } from '../exit.js'
import { eachItem } from '../items.js'
import { dayOption, inputArgs, inputsOf } from '../options.js'
import { print } from '../print.js'
import { articlePage } from '../pages.js'

export default defineCommand({
  meta: { name: 'read', description: 'Prints the cleaned article, what was removed and why, and the layers that are asked for.' },
  args: {
    ...inputArgs,
    layers: { type: 'string', description: `layers, separated by commas: ${LAYERS.join(', ')}`, valueHint: 'LIST' },
    jsonl: { type: 'boolean', description: 'one JSON row a document' },
    json: { type: 'boolean', description: 'the same rows as one JSON array' },
  },
  async run({ args }) {
    const inputs = inputsOf(args._)
    const date = dayOption('date', args.date)
    const layers = layerOption(args.layers)
    const pipeline = loadPipeline()
    const out = print(args.jsonl ? 'jsonl' : args.json ? 'json' : 'table', { table: articlePage })
    const counts = await eachItem(readInputs(inputs, date === undefined ? {} : { date }), out, (item) =>
      articleRow(item.id, item.input, readArticle(pipeline, item.article, layersFor(layers)), layers),
    )
    await out.end()
    return counts.failed > 0 ? (counts.done > 0 ? EXIT.some : EXIT.failure) : counts.done > 0 ? EXIT.ok : EXIT.nothing
  },
})

function layerOption(value: string | undefined): readonly LayerOption[] {
  if (value === undefined || value === '') return []
  return value.split(',').map((name) => {
    const layer = LAYERS.find((it) => it === name.trim())
    if (!layer) throw new Usage(`--layers: there is no layer “${name}”; there are ${LAYERS.join(', ')}`)
    return layer
  })
}
