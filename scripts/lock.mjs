#!/usr/bin/env node
// Completes package-lock.json with the packages of other platforms. A registry that offers only this machine's ones leaves them out, and `npm ci` then
// refuses the lock file everywhere. What is added is never installed here: its `os` and `cpu` say for which machines it is.
//   npm install && node scripts/lock.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8'))

const SYSTEMS = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  freebsd: 'freebsd',
  android: 'android',
  openharmony: 'openharmony',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  sunos: 'sunos',
  aix: 'aix',
  fsevents: 'darwin',
}
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32', 'arm']

/** What a platform package's name says of its machine. */
function platformOf(name) {
  const parts = name.split(/[/.-]/)
  const os = parts.map((part) => SYSTEMS[part]).find(Boolean)
  const cpu = PROCESSORS.find((it) =>
    parts.some((part) => part === it || (it === 'arm' && /^arm(v7|eabi)?/.test(part) && part !== 'arm64')),
  )
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }) }
}

let added = 0
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (path === '' || path.startsWith('packages/')) continue
    if (`node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages) continue
    const platform = platformOf(name)
    if (!platform.os && !platform.cpu) throw new Error(`${name}: no platform in its name; add it by hand`)
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[~^]/, ''),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...platform,
    }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added} packages of other platforms added`)
