import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

test('docs/dependencies.md justifies each direct dependency, and no other', () => {
  const named = ['demarche', 'cluster'].flatMap((name) => {
    const { dependencies, optionalDependencies } = JSON.parse(read(`packages/${name}/package.json`)) as Record<string, object>
    return Object.keys({ ...dependencies, ...optionalDependencies })
  })
  const told = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]!)
  expect(told.toSorted()).toEqual([...new Set(named)].toSorted())
})
