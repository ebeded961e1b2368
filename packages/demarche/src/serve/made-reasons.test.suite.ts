import type { Explanation } from '../coding/index.js'
import type { ClaimRow } from '../spec/index.js'
import type { RawDocument } from '../store/index.js'
import { ARTICLES } from './made.test.suite.js'
import type { ModelOpinion, Saved } from './served.js'

const CLAIM = 'recall-1-claim-0'

/** What was weighed for the made recall; of the other claims this coder knows nothing. */
export async function madeReasons({ id, article }: RawDocument): Promise<readonly Explanation[]> {
  const claim: ClaimRow | undefined = ARTICLES.find((it) => it.id === id)?.claims.find((it) => it.id === CLAIM)
  if (!claim) return []
  const span = claim.actors[0]!.span
  return [
    {
      claim,
      sentence: article.text.slice(claim.sentence.from, claim.sentence.to),
      act: { text: 'recalled', form: 'verb', voice: 'active', status: 'actual', because: [] },
      roles: [{ role: 'agent', text: 'Armenia', span, how: 'tree', condition: 'actor' }],
      rule: { name: claim.rule, file: 'sanction/recall-ambassador.yml', line: 1, gloss: 'a state calls its ambassador home' },
      rivals: [
        {
          rule: 'withdraw-troops',
          file: 'retreat/withdraw-troops.yml',
          codes: 'RETREAT withdraw 087',
          lost: 'the winner is declared over it',
        },
      ],
      whatIf: [{ change: 'were it still to come', codes: 'THREATEN relations 1313, actual' }],
      nearly: [{ rule: 'recall-goods', codes: 'no type', wanted: 'its theme must be goods, and is “its ambassador”', said: true }],
      belief: 0.93,
    },
  ]
}

export const OPINIONS: readonly ModelOpinion[] = [
  {
    id: 'opinion-1',
    model: 'a-model',
    day: '2024-06-20',
    document: 'recall-1',
    claim: CLAIM,
    readings: [
      { letter: 'A', rule: 'recall-ambassador', codes: 'SANCTION withdraw 161' },
      { letter: 'B', rule: 'withdraw-troops', codes: 'RETREAT withdraw 087' },
    ],
    promptHash: '0'.repeat(64),
    answer: 'B',
    choice: 'B',
  },
]

export const SAVED: readonly Saved[] = [{ name: 'attacks', filters: { type: 'ASSAULT', actor: 'BLR' }, posted: true }]
