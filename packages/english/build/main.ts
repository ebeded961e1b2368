// Compiles the sources of this language (rules, lexicon, world tables) into the bundle. Each part has a file of its own here.
import { mkdirSync } from 'node:fs'

mkdirSync(new URL('../../bundle/', import.meta.url), { recursive: true })
