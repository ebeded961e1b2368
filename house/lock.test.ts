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
