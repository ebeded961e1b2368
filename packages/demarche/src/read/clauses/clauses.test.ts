import { expect, test } from 'vitest'
import { docFrom } from '../../doc/index.js'
import { actsOf } from './acts.js'

const words = {
  verbs: new Set(['seize', 'urge', 'blame']),
  adjectives: new Set<string>(),
  carriers: new Map([['launch', 'plain']]),
  nouns: new Map([['attack', { of: 'theme' as const, possessor: 'agent' as const }]]),
}
/** `lemma: role=heads …`, one line an act. */
function show(lines: string, kind: 'prose' | 'headline' = 'prose'): string[] {
  const made = docFrom(lines)
  const doc = { ...made, sentences: made.sentences.map((sentence) => ({ ...sentence, kind })) }
  return actsOf(doc, words, () => ({ status: 'actual', cues: [] })).map(({ lemma, roles }) => {
    const told = Object.entries(roles).filter(([role, fillers]) => role !== 'content' && fillers.length > 0)
    return `${lemma}: ${told.map(([role, fillers]) => `${role}=${fillers.map(({ head }) => doc.text.slice(doc.tokens.start[head], doc.tokens.end[head])).join('+')}`).join(' ')}`
  })
}

test('active, with two agents and a shared object', () =>
  expect(
    show(
      'Rebels/rebel/NOUN/4/nsubj/NNS and/and/CCONJ/3/cc deserters/deserter/NOUN/1/conj/NNS seized/seize/VERB/0/root/VBD towns/town/NOUN/4/obj/NNS',
    ),
  ).toEqual(['seize: agent=Rebels+deserters theme=towns']))

test('passive with its agent', () =>
  expect(
    show(
      'Towns/town/NOUN/3/nsubj:pass/NNS were/be/AUX/3/aux:pass/VBD seized/seize/VERB/0/root/VBN by/by/ADP/5/case rebels/rebel/NOUN/3/obl:agent/NNS',
    ),
  ).toEqual(['seize: theme=Towns agent=rebels']))

const SEIZED = 'Towns/town/NOUN/2/nsubj/NNS seized/seize/VERB/0/root/VBN in/in/ADP/4/case Mali/Mali/PROPN/2/obl'

test('a headline that leaves out the auxiliary is passive', () => expect(show(SEIZED, 'headline')).toEqual(['seize: theme=Towns in=Mali']))

test('in prose the same form with a subject of its own is a past', () => expect(show(SEIZED)).toEqual(['seize: agent=Towns in=Mali']))

test('a subject and an object keep a *by* from making a passive', () =>
  expect(
    show(
      'Courts/court/NOUN/2/nsubj/NNS seized/seize/VERB/0/root/VBN farms/farm/NOUN/2/obj/NNS by/by/ADP/5/case settlers/settler/NOUN/2/obl:agent/NNS',
    ),
  ).toEqual(['seize: agent=Courts theme=farms by=settlers']))

test('a name that the parser took for an interjection is the subject', () =>
  expect(show('Qatar/Qatar/INTJ/2/discourse/UH seized/seize/VERB/0/root/VBD farms/farm/NOUN/2/obj/NNS')).toEqual([
    'seize: agent=Qatar theme=farms',
  ]))

test('the object of a relative clause is the noun above it', () =>
  expect(
    show('towns/town/NOUN/0/root/NNS that/that/PRON/4/obj/WDT rebels/rebel/NOUN/4/nsubj/NNS seized/seize/VERB/1/acl:relcl/VBD'),
  ).toEqual(['seize: agent=rebels theme=towns']))

test('the object of urging does what is urged', () =>
  expect(
    show(
      'Spain/Spain/PROPN/2/nsubj urged/urge/VERB/0/root/VBD Chad/Chad/PROPN/2/obj to/to/PART/5/mark/TO seize/seize/VERB/2/xcomp/VB boats/boat/NOUN/5/obj/NNS',
    ),
  ).toEqual(['urge: agent=Spain theme=Chad', 'seize: agent=Chad theme=boats']))

test('a noun takes its agent from the verb that carries it', () =>
  expect(
    show(
      'Chad/Chad/PROPN/2/nsubj launched/launch/VERB/0/root/VBD an/a/DET/4/det attack/attack/NOUN/2/obj/NN on/on/ADP/6/case Mali/Mali/PROPN/2/obl',
    ),
  ).toEqual(['attack: agent=Chad on=Mali']))

test('a lemma that was cut too short is still the verb', () =>
  expect(show('Chad/Chad/PROPN/2/nsubj blamed/blam/VERB/0/root/VBD Mali/Mali/PROPN/2/obj')).toEqual(['blame: agent=Chad theme=Mali']))
