// What a model sees of a word: its form without the accidents of case, digits and quotation marks, and its shape.

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function hasDigit(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) return true
  return false
}

/** The longest word that is looked at whole; of a longer one (a hostile or encoded run) only its start counts. */
const LONGEST = 64

/**
 * The normal form of a word: lower case, years and numbers as classes, other digits as 0, quotation marks unified, addresses as a class.
 * Only models see it; spans always point to the text as given.
 */
export function normalForm(form: string): string {
  let it = (form.length > LONGEST ? form.slice(0, LONGEST) : form).toLowerCase()
  if (hasDigit(it)) {
    if (/^\d{4}$/.test(it)) return '#YEAR'
    if (/^[\d.,:/%-]+$/.test(it)) return '#NUM'
    it = it.replace(/\d/g, '0')
  }
  if (it === '“' || it === '”' || it === '„') return '"'
  it = it.replace(/[’‘]/g, "'")
  if (it.length > 6 && (it.startsWith('http') || it.startsWith('www.'))) return '#URL'
  if (it.includes('@') && it.includes('.')) return '#MAIL'
  return it
}

/** The shape of a word: `X` upper, `x` lower, `d` digit, other characters themselves; runs cut to two, seven signs at most. `Xx`, `XXx`, `ddXx`. */
export function shapeOf(form: string): string {
  let shape = ''
  let previous = ''
  for (const sign of form) {
    const code = sign.charCodeAt(0)
    const lower = sign.toLowerCase()
    const kind = isDigit(code) ? 'd' : lower !== sign ? 'X' : sign.toUpperCase() !== sign ? 'x' : sign
    if (kind !== previous || shape.length < 2) shape += kind
    previous = kind
    if (shape.length > 6) break
  }
  return shape
}
