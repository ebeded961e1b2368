// SQLite that ends its process at a numbered point: odd points stand before a statement, even ones after it.
import * as sqlite from '@photostructure/sqlite'

let left = Number(process.argv[5] ?? 0)
const step = () => {
  if (left > 0 && --left === 0) process.kill(process.pid, 'SIGKILL')
}
const real = new WeakMap()
const DEADLY = new Set(['exec', 'run'])

function wrapped(object) {
  const proxy = new Proxy(object, {
    get(target, name) {
      const member = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      return (...given) => {
        if (DEADLY.has(name)) step()
        const result = member.apply(target, given)
        if (DEADLY.has(name)) step()
        return name === 'prepare' ? wrapped(result) : result
      }
    },
  })
  real.set(proxy, object)
  return proxy
}

export const DatabaseSync = new Proxy(sqlite.DatabaseSync, { construct: (target, given) => wrapped(new target(...given)) })
export const backup = (db, ...rest) => sqlite.backup(real.get(db) ?? db, ...rest)
