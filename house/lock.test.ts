import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// What is installed: each package by its digest, from the registry that the installer is set to, and none that runs a program while it is installed but SQLite.
interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
  readonly engines?: { readonly node?: string } | readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
}
const { lockfileVersion, packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  lockfileVersion: number
  packages: Readonly<Record<string, Locked>>
}
const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)

// Packages for other systems than the one that locked them are known by name and version alone.
test('each package is locked by its version, and by its digest where it can be installed here', () => {
  expect(lockfileVersion).toBe(3)
  expect(installed.length).toBeGreaterThan(50)
  expect(
    installed
      .filter(
        ([, { integrity, version, os, cpu }]) => !version || !(integrity?.startsWith('sha512-') ?? (os !== undefined || cpu !== undefined)),
      )
      .map(([path]) => path),
  ).toEqual([])
})

test('none comes from elsewhere: no addresses, no repositories, no files', () => {
  expect(
    installed
      .filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
      .map(([path]) => path),
  ).toEqual([])
})

test('none runs a program while it is installed, but SQLite', () => {
  const running = installed
    .filter(([, it]) => it.hasInstallScript && !it.dev && !it.devOptional)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect(running).toEqual(['@photostructure/sqlite'])
})

/** Whether a range of versions takes in one: alternatives of comparators with `>=`, `>`, `<`, `^`, `~` or nothing; parts left out and `x` stand for any. */
function takesIn(range: string, version: readonly number[]): boolean {
  const compared = (other: readonly number[]): number => version.map((it, i) => it - (other[i] ?? 0)).find((it) => it !== 0) ?? 0
  return range.split('||').some((all) =>
    [...all.matchAll(/([<>=^~]*)\s*v?(\d+)((?:\.\d+)*)/g)].every(([, sign, major, rest]) => {
      const other = [Number(major), ...rest!.split('.').slice(1).map(Number)]
      const order = compared(other)
      if (sign === '>=') return order >= 0
      if (sign === '>') return order > 0
      if (sign === '<') return order < 0
      return version[0] === other[0] && (order >= 0 || sign === '')
    }),
  )
}

test('each runs on the oldest Node that we name', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { engines: { node: string } }
  const oldest = [...engines.node.matchAll(/\d+/g)].map(Number)
  expect([
    takesIn('>=22', oldest),
    takesIn('^20.19.0 || >=22.12.0', oldest),
    takesIn('>= 14 < 20', oldest),
    takesIn('20.x', oldest),
  ]).toEqual([false, true, false, true])
  const others = installed.filter(([, { engines: of }]) => of && 'node' in of && !takesIn(of.node ?? '', [...oldest, 0, 0].slice(0, 3)))
  expect(others.map(([path, { engines: of }]) => [path, of])).toEqual([])
})

test('direct dependencies are pinned exactly', () => {
  for (const folder of ['.', 'packages/demarche', 'packages/english', 'packages/cluster', 'packages/web']) {
    const {
      dependencies = {},
      devDependencies = {},
      optionalDependencies = {},
    } = JSON.parse(readFileSync(new URL(`../${folder}/package.json`, import.meta.url), 'utf8')) as Record<string, Record<string, string>>
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    )
    expect(loose, folder).toEqual([])
  }
})
