import { expect, test } from 'vitest'
import { bindRules } from './book.js'
import { codebook } from './codebook.js'
import { book, CONTENT, rule } from './made.test.suite.js'

test('the codebook is a page of all that the rules say', () => {
  const bound = bindRules(
    book(
      [
        rule(
          'send',
          'over: [give]\nactor: [agent, sender-of theme]\nrecipient: none\nvariants: [{ where: { theme: grain, with: any }, codes: { cameo: "073" } }]',
        ),
        rule('give').replace('theme: food', 'theme: food?, with: none'),
        rule('plain').replace('type: AID, mode: food', 'type: none'),
      ],
      { contents: { help: CONTENT } },
    ),
  )
  expect(codebook(bound, { '074': 'nobody does it' })).toBe(`# Codebook

Made from 3 rules. Where schemes disagree, \`docs/schemes.md\` says what was settled.

## AID

Gives help. Quad class 2, score 7.

| mode | means | score |
|---|---|---|
| food | food | 8 |

### give

Sends help. (food, CAMEO 073)

Words: send, hand out.

- theme: food, or unsaid
- with: must be unsaid
- actor: agent; recipient: recipient, else theme, else to, else with, else against, else on

- finds: **Peru** [actor] sent **Chile** [recipient] bread.
- finds: **Peru** [actor] will send bread. — future
- leaves alone: Peru sent word. (word is no food)

### send

Sends help. (food, CAMEO 073)

Words: send, hand out.

- where theme is grain and with is any: 073
- theme: food
- actor: agent, else sender-of theme; recipient: none
- before: give

- finds: **Peru** [actor] sent **Chile** [recipient] bread.
- finds: **Peru** [actor] will send bread. — future
- leaves alone: Peru sent word. (word is no food)

## Without a PLOVER type

### plain

Sends help. (CAMEO 073)

Words: send, hand out.

- theme: food
- actor: agent; recipient: recipient, else theme, else to, else with, else against, else on

- finds: **Peru** [actor] sent **Chile** [recipient] bread.
- finds: **Peru** [actor] will send bread. — future
- leaves alone: Peru sent word. (word is no food)

## Acts inside acts

| content | frame | codes |
|---|---|---|
| help | ask | AID |

## CAMEO codes that no rule gives

| code | name | why |
|---|---|---|
| 074 | give cloth | nobody does it |

`)
})
