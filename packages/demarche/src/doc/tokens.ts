import type { Span } from '../text/index.js'

/** Tokens `from` up to, not including, `to`. Never a character range: the two are different types on purpose. */
export interface TokenRange {
  readonly first: number
  readonly end: number
}

/** Token columns. Row `i` of every column is token `i`; offsets are UTF-16 units of the article's text. */
export interface Tokens {
  readonly length: number
  readonly start: Uint32Array
  readonly end: Uint32Array
  /** Index into `sentences`. */
  readonly sentence: Uint32Array
}

export interface Sentence {
  readonly tokens: TokenRange
  readonly span: Span
  /** Number of the paragraph in the text, from 0. */
  readonly paragraph: number
  /** `headline`: a title or a line without a finite end mark that stands alone; `prose`: everything else. */
  readonly kind: 'prose' | 'headline'
}

/** What each token is. Indices into `UPOS` and `XPOS`; lemmas are shared strings, in lower case unless proper nouns. */
export interface Tags {
  readonly upos: Uint8Array
  readonly xpos: Uint8Array
  readonly lemma: readonly string[]
}

/** A UD tree for each sentence. `head` is a token index in the document, -1 at a root; `deprel` indexes `DEPREL`. */
export interface Tree {
  readonly head: Int32Array
  readonly deprel: Uint8Array
  /** How sure the parser is of the arc, 0 to 255. */
  readonly confidence: Uint8Array
  /** Dependents of `i`, in order: `kids[kidsFrom[i]]` up to `kids[kidsFrom[i + 1]]`. */
  readonly kidsFrom: Uint32Array
  readonly kids: Uint32Array
}

export const UPOS = [
  '_',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type Upos = (typeof UPOS)[number]

export const XPOS = [
  '_',
  '$',
  "''",
  ',',
  '-LRB-',
  '-RRB-',
  '.',
  ':',
  'ADD',
  'AFX',
  'CC',
  'CD',
  'DT',
  'EX',
  'FW',
  'GW',
  'HYPH',
  'IN',
  'JJ',
  'JJR',
  'JJS',
  'LS',
  'MD',
  'NFP',
  'NN',
  'NNP',
  'NNPS',
  'NNS',
  'PDT',
  'POS',
  'PRP',
  'PRP$',
  'RB',
  'RBR',
  'RBS',
  'RP',
  'SYM',
  'TO',
  'UH',
  'VB',
  'VBD',
  'VBG',
  'VBN',
  'VBP',
  'VBZ',
  'WDT',
  'WP',
  'WP$',
  'WRB',
  'XX',
  '``',
] as const
export type Xpos = (typeof XPOS)[number]

export const DEPREL = [
  '_',
  'root',
  'acl',
  'acl:relcl',
  'advcl',
  'advcl:relcl',
  'advmod',
  'amod',
  'appos',
  'aux',
  'aux:pass',
  'case',
  'cc',
  'cc:preconj',
  'ccomp',
  'compound',
  'compound:prt',
  'conj',
  'cop',
  'csubj',
  'csubj:outer',
  'csubj:pass',
  'dep',
  'det',
  'det:predet',
  'discourse',
  'dislocated',
  'expl',
  'fixed',
  'flat',
  'goeswith',
  'iobj',
  'list',
  'mark',
  'nmod',
  'nmod:desc',
  'nmod:poss',
  'nmod:unmarked',
  'nsubj',
  'nsubj:outer',
  'nsubj:pass',
  'nummod',
  'obj',
  'obl',
  'obl:agent',
  'obl:unmarked',
  'orphan',
  'parataxis',
  'punct',
  'reparandum',
  'vocative',
  'xcomp',
] as const
export type Deprel = (typeof DEPREL)[number]

/** Number of each tag, the inverse of the tables above. */
export const uposId: ReadonlyMap<string, number> = new Map(UPOS.map((tag, id) => [tag, id]))
export const xposId: ReadonlyMap<string, number> = new Map(XPOS.map((tag, id) => [tag, id]))
export const deprelId: ReadonlyMap<string, number> = new Map(DEPREL.map((relation, id) => [relation, id]))
