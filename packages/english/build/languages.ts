import { compileLanguages, type LanguageData } from 'demarche/ingest'
import type { Section } from 'demarche/text'

/** Lays out the data of the package eld as `languages.bin`. */
export async function buildLanguages(): Promise<Record<string, Section>> {
  const part = async (path: string): Promise<Record<string, unknown>> =>
    (await import(new URL(path, import.meta.resolve('eld/small')).href)) as Record<string, unknown>
  const { ngramsData } = await part('../ngrams/small.js')
  const { dictionary } = await part('../dictionary.js')
  const { separators } = await part('../regexPatterns.js')
  const { avgScore: sure } = await part('../avgScore.js')
  return compileLanguages({ ...(ngramsData as object), dictionary, separators, sure } as unknown as LanguageData)
}
