import { deprelAt, spanOf, uposAt, xposAt, type Doc, type LayerName, type Layers } from '../doc/index.js'
import type { DocumentRow, TokenRow } from '../spec/index.js'

/** Layers that `demarche read --layers` prints. */
export const LAYERS = ['tokens', 'tree', 'sentences', 'mentions', 'times', 'places', 'quotations', 'claims'] as const
export type LayerOption = (typeof LAYERS)[number]

/** The layers of the pipeline that the printed ones need. */
export function layersFor(options: readonly LayerOption[]): readonly LayerName[] {
  return options.flatMap((it): readonly LayerName[] => {
    if (it === 'tokens' || it === 'tree') return ['tokens', 'tags', 'tree']
    return it === 'mentions' ? ['mentions', 'actors'] : [it]
  })
}

type Read = Doc & Partial<Layers>

/** One line of `demarche read --jsonl`: the article and the layers that were asked for. */
export function articleRow(
  id: string,
  input: DocumentRow['input'],
  doc: Read,
  layers: readonly LayerOption[],
): Readonly<Record<string, unknown>> {
  const has = (layer: LayerOption): boolean => layers.includes(layer)
  return {
    schema: 1,
    id,
    input,
    article: doc.article,
    ...(has('tokens') || has('tree') ? { tokens: tokenRows(doc) } : {}),
    ...(has('sentences') || has('tree') ? { sentences: (doc.sentences ?? []).map(({ span }) => ({ span })) } : {}),
    ...(has('mentions') ? { mentions: doc.mentions ?? [], actors: doc.actors ?? [] } : {}),
    ...(has('times') ? { times: doc.times ?? [] } : {}),
    ...(has('places') ? { places: doc.places ?? [] } : {}),
    ...(has('quotations') ? { quotations: doc.quotations ?? [] } : {}),
    ...(has('claims') ? { claims: doc.claims ?? [] } : {}),
  }
}

function tokenRows({ tokens, tags, tree }: Read): TokenRow[] {
  if (!tokens || !tags || !tree) return []
  return Array.from({ length: tokens.length }, (_, i) => ({
    span: spanOf(tokens, i),
    lemma: tags.lemma[i] ?? '',
    upos: uposAt(tags, i),
    xpos: xposAt(tags, i),
    head: tree.head[i] ?? -1,
    deprel: deprelAt(tree, i),
  }))
}
