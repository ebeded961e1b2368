const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words that a full stop belongs to, without it. */
export const ABBREVIATIONS = words(`
  mr mrs ms dr prof rev gen col lt sgt capt maj cmdr adm gov sen rep hon st jr sr pres vs etc inc ltd corp co bros dept univ assn jan feb mar apr jun jul aug
  sep sept oct nov dec no nos vol pp ed eds fig al approx est e.g i.e u.s u.k u.n u.s.a d.c a.m p.m p.s b.c a.d ph.d m.d b.a m.a lt.col brig amb sec min messrs
  mme mlle ave blvd rd ft mt cf ca viz dist atty supt det insp const fr hr mins secs cpl pvt spc dep asst govt intl natl pty plc mfg tel ext`)

/** Those that never end a sentence: a name or a number follows. */
export const LEADING = words(`
  mr mrs ms dr prof rev gen col lt sgt capt maj cmdr adm gov sen rep hon pres messrs mme mlle st brig amb vs e.g i.e no nos fig vol pp cf ca supt insp det fr
  cpl pvt spc dep asst approx est atty mt lt.col sec min`)

/** Words that begin a sentence after an abbreviation, where a capital letter alone says little. */
export const STARTERS = words(`
  the a an in on at he she it they we i you his her its their our this that these those but and as if when while after before since for from with by to
  according there however meanwhile although though what who why how some many most all one two no not so then also last`)
