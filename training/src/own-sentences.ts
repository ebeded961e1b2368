// The project's own labelled sentences (`training/sentences/*.txt`): `sentence ==> TYPE; TYPE` for the types of the claims that a careful reader makes, or `==> nothing`.
import { readdirSync, readFileSync } from 'node:fs'

/** A sentence and the types of its claims, each as often as it is told; none where nothing is told. */
export interface Labelled {
  readonly text: string
  readonly types: readonly string[]
}

const LINE = /^(.+?) ==> (nothing|[A-Z]+(?:; [A-Z]+)*)$/

/** Reads every sentence of a folder, by name of file and line. Throws where a line is not of the format. */
export function labelledSentences(folder: URL): Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .flatMap((line, i) => {
          if (line === '') return []
          const [, text, told] = LINE.exec(line) ?? []
          if (text === undefined)
            throw new Error(`${name}:${i + 1}: not “sentence ==> TYPE; TYPE” or “sentence ==> nothing”: mend the line`)
          return [{ text, types: told === 'nothing' ? [] : told!.split('; ') }]
        }),
    )
}
