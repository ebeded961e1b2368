import { CUES, type Why } from './cues.js'

/** The reason that the form of a line alone gives for its removal. */
export const whyOfCue = (cue: number): Why | undefined => CUES[cue]?.[0]
