import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The address of a folder named on the command line, as `readRules` wants it. */
export const folderUrl = (path: string): URL => pathToFileURL(`${resolve(path)}/`)
