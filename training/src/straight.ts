import { hashString } from 'demarche/read/model'

// Feature templates are compiled ahead of time into straight-line code, which is several times faster than walking lists of templates and, unlike code
// made at run time, is allowed everywhere. Templates that begin alike share the hash of their beginning.

interface Branch {
  readonly next: Map<string, Branch>
  readonly ends: string[]
}
const branch = (): Branch => ({ next: new Map(), ends: [] })

/** Templates of a text: lines of `atom atom|atom …`. */
export const templatesOf = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((it) => it.trim())
    .filter((it) => it !== '' && !it.startsWith('#'))

function treeOf(templates: readonly string[]): Branch {
  const uses = new Map<string, number>()
  for (const template of templates) for (const atom of template.split(/\s+/)) uses.set(atom, (uses.get(atom) ?? 0) + 1)
  const root = branch()
  for (const template of templates) {
    const atoms = template.split(/\s+/).toSorted((a, b) => uses.get(b)! - uses.get(a)! || (a < b ? -1 : 1))
    let at = root
    for (const atom of atoms) {
      let next = at.next.get(atom)
      if (next === undefined) at.next.set(atom, (next = branch()))
      at = next
    }
    at.ends.push(template)
  }
  return root
}

/** The TypeScript of a function `name(A, at, F)` that writes one hash a template into `F`; `place` gives the index of an atom relative to `at`. */
export function straightLine(name: string, source: string, templates: readonly string[], place: (atom: string) => number): string {
  const lines: string[] = []
  let count = 0
  let names = 0
  const walk = (at: Branch, hash: string): void => {
    for (const template of at.ends) lines.push(`  F[${count++}] = fold(Math.imul(${hash} ^ ${hashString(`T${template}`)}, 0x85ebca6b))`)
    for (const [atom, next] of at.next) {
      const offset = place(atom)
      const read = offset === 0 ? 'A[at]!' : offset < 0 ? `A[at - ${-offset}]!` : `A[at + ${offset}]!`
      const own = `h${names++}`
      lines.push(`  const ${own} = fold(Math.imul(${hash} ^ ${read}, 0x9e3779b1))`)
      walk(next, own)
    }
  }
  walk(treeOf(templates), '0x5bd1e995')
  lines.push(`  F[${count++}] = 0x1234567`)
  return `// Generated from training/src/templates/${source} by \`npm run features\`; do not edit.
/** How many features there are, the constant one included. */
export const ${name.toUpperCase()}_COUNT = ${count}

const fold = (h: number): number => h ^ (h >>> 15)

/** Writes the hashes of all features into \`F\`; \`A\` holds the atoms from \`at\` on. */
export function ${name}Features(A: Int32Array, at: number, F: Int32Array): void {
${lines.join('\n')}
}
`
}
