export { alpha, wilson } from './agreement.js'
export { type Figures, figuresOf, type Precision } from './figures.js'
export { type Answer, NO_EVENT, readAnswer } from './read.js'
export { ANSWERS, type Coding, codingOf, type Field, FIELDS, type Line, lineOf, Sample } from './sheet.js'
