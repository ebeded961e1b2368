// A static copy: the page as files, on a web host under any path or on a disk. Nothing can be asked that was not answered beforehand.

/** What is asked for is not there. */
export class Missing extends Error {}

export const isStatic = document.querySelector('meta[name=demarche]')?.getAttribute('content') === 'static'

// The same rule as `packages/demarche/src/serve/site.ts`.
const LONGEST = 180
function fileOf(question: string): string {
  const name = encodeURIComponent(question.replace(/^\/api\//, '')).replaceAll('%', '~')
  if (name.length <= LONGEST) return `${name}.js`
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  return `${name.slice(0, LONGEST)}-${hash.toString(16)}.js`
}

// Answers come as scripts that hand over one value, for browsers let a page on a disk read no other files.
const waiting = new Map<string, (answer: unknown) => void>()
if (isStatic) Object.assign(globalThis, { demarche: (question: string, answer: unknown) => waiting.get(question)?.(answer) })

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}
const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }
/** Lets scripts come from the folder of answers, and from nowhere else. */
const trusted = isStatic
  ? trustedTypes?.createPolicy('demarche-answers', {
      createScriptURL: (url) => {
        if (!/^data\/[\w.~!*'()-]+\.js$/.test(url)) throw new TypeError(`no answer: ${url}`)
        return url
      },
    })
  : undefined

const asked = new Map<string, Promise<unknown>>()

/** The answer to a question of the API, or the atlas. Rejects with `Missing` where the copy does not hold it. */
export function answerOf<T>(question: string): Promise<T> {
  let answer = asked.get(question)
  if (!answer) {
    answer = new Promise((resolve, reject) => {
      const script = document.createElement('script')
      const url = `data/${fileOf(question)}`
      waiting.set(question, resolve)
      script.addEventListener('error', () => reject(new Missing(question)))
      script.src = trusted ? trusted.createScriptURL(url) : url
      script.addEventListener('load', () => script.remove())
      document.head.append(script)
    })
    asked.set(question, answer)
  }
  return answer as Promise<T>
}
