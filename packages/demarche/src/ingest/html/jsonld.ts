/** What the page's data for machines says of the article; `undefined` fields are not said. Texts may hold markup. */
export interface Stated {
  readonly title?: string
  readonly authors: readonly string[]
  readonly publisher?: string
  readonly published?: string
  readonly modified?: string
  readonly body?: string
  readonly uri?: string
  readonly language?: string
}

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const ARTICLE = /^(?:\w*article|blogposting|report|socialmediaposting|liveblogposting|reportage\w*|review|howto|recipe|qapage)$/i
const PAGE = /^(?:webpage|itempage|aboutpage|creativework|medicalwebpage|collectionpage|faqpage)$/i
/** More nodes than this are not looked at. */
const MAX_NODES = 3000

const typesOf = (node: Node): string[] =>
  [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''))
const textOf = (value: unknown): string | undefined => {
  const one = Array.isArray(value) ? value[0] : value
  if (typeof one === 'string') return one.trim() || undefined
  return isNode(one) ? textOf(one['name'] ?? one['@value'] ?? one['text']) : undefined
}

function nodesOf(scripts: readonly string[]): Node[] {
  const nodes: Node[] = []
  const queue: unknown[] = scripts.map(parsed)
  for (let i = 0; i < queue.length && nodes.length < MAX_NODES; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES))
    else if (isNode(value)) {
      nodes.push(value)
      for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) queue.push(child)
    }
  }
  return nodes
}

function parsed(script: string): unknown {
  const whole = script.trim()
  const end = Math.max(0, whole.length - 60)
  const text = (whole.slice(0, end) + whole.slice(end).replace(/(?:-->|\/\/\]\]>|\/\*\s*\]\]>\s*\*\/)\s*;?\s*$/, ''))
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .trim()
    .replace(/;$/, '')
  for (const attempt of [
    text,
    text.replace(/[\u0000-\u001f]+/g, ' '),
    text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  }
  return undefined
}

function authorsOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  return [value]
    .flat()
    .slice(0, 20)
    .flatMap((one) => {
      const id = isNode(one) ? one['@id'] : undefined
      const node = isNode(one) && one['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? one) : one
      if (isNode(node) && Array.isArray(node['name'])) return node['name'].filter((name) => typeof name === 'string')
      const name = textOf(node)
      return name === undefined ? [] : [name]
    })
}

/** Reads the scripts of JSON-LD; broken ones are passed over. The node of an article wins over that of a page. */
export function readJsonLd(scripts: readonly string[]): Stated {
  const nodes = nodesOf(scripts)
  const byId = new Map(
    nodes.flatMap((node) => (typeof node['@id'] === 'string' && node['name'] !== undefined ? [[node['@id'], node] as const] : [])),
  )
  const rank = (node: Node): number => {
    const types = typesOf(node)
    if (types.some((type) => ARTICLE.test(type))) return node['headline'] !== undefined || node['articleBody'] !== undefined ? 3 : 2
    return types.some((type) => PAGE.test(type)) && node['datePublished'] !== undefined ? 1 : 0
  }
  const ranked = nodes.map((node) => ({ node, rank: rank(node) })).filter((it) => it.rank > 0)
  ranked.sort((a, b) => b.rank - a.rank)
  const first = <T>(read: (node: Node) => T | undefined): T | undefined => {
    for (const { node } of ranked) {
      const value = read(node)
      if (value !== undefined) return value
    }
    return undefined
  }
  const authors = first((node) => {
    const names = authorsOf(node['author'] ?? node['creator'], byId)
    return names.length > 0 ? names : undefined
  })
  const fields = {
    title: ranked[0] && ranked[0].rank >= 2 ? first((node) => textOf(node['headline'] ?? node['name'])) : undefined,
    publisher: first((node) => authorsOf(node['publisher'], byId)[0]),
    published: first((node) => textOf(node['datePublished'] ?? node['dateCreated'])),
    modified: first((node) => textOf(node['dateModified'])),
    body: first((node) => textOf(node['articleBody'])),
    uri: first((node) => textOf(node['url'])),
    language: first((node) => textOf(node['inLanguage'])),
  }
  return {
    authors: authors ?? [],
    ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
      Record<keyof typeof fields, string>
    >),
  }
}
