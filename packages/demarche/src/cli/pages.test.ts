import { expect, test } from 'vitest'
import { articlePage } from './pages.js'

test('a page shows what was removed in its place, then how much of it, and what stood in it', () => {
  const text = 'Share\nThe envoy left on Monday.\nRead also: Bank keeps its rate'
  const removed = [
    { span: { from: 0, to: 5 }, why: 'share' },
    { span: { from: 32, to: 62 }, why: 'read-also' },
  ]
  const article = { title: 'Envoy leaves', published: null, text, removed, related: ['Bank keeps its rate'] }
  expect(articlePage({ id: 'a', article })).toBe(`Envoy leaves

[removed, share: Share]
The envoy left on Monday.
[removed, read-also: Read also: Bank keeps its rate]

removed: 7 of 12 words
  read-also          1 parts      6 words
  share              1 parts      1 words

related
  Bank keeps its rate
`)
})
