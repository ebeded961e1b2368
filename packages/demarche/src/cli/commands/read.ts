import { defineCommand } from 'citty'
import { isPending, pendingInputs } from '../../ingest/index.js'
import { LAYERS, layersFor, type LayerOption } from '../document.js'
import { EXIT, Usage } from '../exit.js'
import { handsFor, inOrder, notFound } from '../hands/index.js'
import { printEach } from '../items.js'
import { dayOption, inputArgs, inputsOf, limitArgs, limitsOption } from '../options.js'
import { print } from '../print.js'
import { articlePage } from '../pages.js'

export default defineCommand({
  meta: { name: 'read', description: 'Prints the cleaned article, what was removed and why, and the layers that are asked for.' },
  args: {
    ...inputArgs,
    ...limitArgs,
    layers: { type: 'string', description: `layers, separated by commas: ${LAYERS.join(', ')}`, valueHint: 'LIST' },
    jsonl: { type: 'boolean', description: 'one JSON row a document' },
    json: { type: 'boolean', description: 'the same rows as one JSON array' },
  },
  async run({ args }) {
    const inputs = inputsOf(args._)
    const date = dayOption('date', args.date)
    const layers = layerOption(args.layers)
    const limits = limitsOption(args.limits)
    const hands = handsFor({ threads: 1, limits, layers: layersFor(layers) })
    const out = print(args.jsonl ? 'jsonl' : args.json ? 'json' : 'table', { table: articlePage })
    try {
      const found = pendingInputs(inputs, { limits, ...(date === undefined ? {} : { date }) })
      const rows = inOrder(found, hands.window, async (it) =>
        isPending(it) ? hands.run({ do: 'layers', pending: it, layers }) : notFound(it),
      )
      const counts = await printEach(rows, out)
      await out.end()
      return counts.failed > 0 ? (counts.done > 0 ? EXIT.some : EXIT.failure) : counts.done > 0 ? EXIT.ok : EXIT.nothing
    } finally {
      await hands.close()
    }
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
