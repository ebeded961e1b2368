import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { longArticles } from '../../packages/cluster/proof/articles.mjs'

export const dist = (path) => new URL(`../../packages/demarche/dist/${path}`, import.meta.url).href

const words = process.argv.slice(2)
export const named = (name) => words.includes(name)
export const option = (name, otherwise) => (words.includes(`--${name}`) ? Number(words[words.indexOf(`--${name}`) + 1]) : otherwise)
export const say = (name, value, unit) => console.log(`${name.padEnd(58)} ${String(value).padStart(12)} ${unit}`)

/** CPU seconds of this process, all threads. */
export const cpuNow = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
export const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6)
export const load = () => Number(loadavg()[0].toFixed(1))

export const raw = ({ id, published, publisher, text }) => ({
  id,
  input: { path: 'bench' },
  article: { text, removed: [], related: [], ...(publisher ? { publisher } : {}), published: { day: published, basis: 'given' } },
})
/** Made articles of about 400 words. */
export const long = (count) => [...longArticles(13, count)].map(raw)
export const wordsOf = (documents) => documents.reduce((sum, { article }) => sum + article.text.split(/\s+/).length, 0) / documents.length

export async function temporary(work) {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-scale-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const FILE = fileURLToPath(new URL('../measured.json', import.meta.url))

/** What was measured last, part by part. */
export const measured = () => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {})

/** Keeps what a part measured, in `bench/measured.json`: the model of a year and the page of sizes are made from it. */
export function record(part, figures) {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toPrecision(4)) : value]),
  )
  const machine = { cpu: cpus()[0].model, cores: cpus().length, node: process.version }
  writeFileSync(FILE, `${JSON.stringify({ ...measured(), machine, [part]: rounded }, undefined, 2)}\n`)
}

/** The second half of a curve beside its first; the first step, which pays for starting, is left out. */
export function halves(curve) {
  const half = Math.floor(curve.length / 2)
  const mean = (some, key) => some.reduce((sum, it) => sum + it[key], 0) / some.length
  const [early, late] = [curve.slice(1, half), curve.slice(half)]
  if (early.length === 0) return undefined
  return {
    firstMs: mean(early, 'ms'),
    secondMs: mean(late, 'ms'),
    firstMegabytes: mean(early, 'memory'),
    secondMegabytes: mean(late, 'memory'),
  }
}
