// Controls could move the cursor or hide text on a terminal; bidirectional overrides could lie about the order of words.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text as it may safely stand on a terminal. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '\u{fffd}')

/** Cuts to `width` characters, with an ellipsis where something was cut. */
export const fit = (text: string, width: number): string => (text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`)
