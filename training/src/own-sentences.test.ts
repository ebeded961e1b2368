import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { labelledSentences } from './own-sentences.js'

const PLOVER =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(' ')

test('the own sentences are told once each, with every type of PLOVER and many without an event', () => {
  const all = labelledSentences(new URL('../sentences/', import.meta.url))
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  expect([...new Set(all.flatMap(({ claims }) => claims.map(({ type }) => type)))].toSorted()).toEqual(PLOVER.toSorted())
  expect(all.filter(({ claims }) => claims.length === 0).length).toBeGreaterThanOrEqual(100)
})

test('a line of another format is refused with its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sentences-'))
  writeFileSync(join(folder, 'a.txt'), 'It rained. ==> nothing\nIt rained. ==> rain\n')
  expect(() => labelledSentences(pathToFileURL(`${folder}/`))).toThrow('a.txt:2')
})
