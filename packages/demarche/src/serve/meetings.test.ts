import { expect, test } from 'vitest'
import type { PartyRow } from '../spec/index.js'
import { meetings } from './meetings.js'

const party = (id: string): PartyRow => ({ id, name: id })
const ids = (actors: string[], recipients: string[]): string[] =>
  meetings({ actors: actors.map(party), recipients: recipients.map(party) }).map(([a, b]) => `${a.id} ${b.id}`)

test.each([
  ['each who acts meets each whom it concerns', ['B', 'A'], ['C'], ['B C', 'A C']],
  ['who acts together meets, as in an agreement', ['B', 'A', 'C'], [], ['A B', 'B C', 'A C']],
  ['both sides are named and nobody acted', [], ['B', 'A'], ['A B']],
  ['words for a crowd are nobody', ['A', 'words:gunmen'], ['words:they', 'B'], ['A B']],
  ['nobody meets himself', ['A'], ['A'], []],
])('%s', (_, actors, recipients, expected) => expect(ids(actors, recipients).toSorted()).toEqual(expected.toSorted()))
