// How fast other coders of events are, in sentences a second on one core, each told as its source tells it.

export const SPEEDS = [
  { name: 'TABARI 0.8.4b2', speed: '5,287', given: 'raw text; it makes no tree', source: 'measured: 41,320 sentences in 7.82 s, 11.7 MB' },
  { name: 'PETRARCH-1', speed: '650', given: 'trees given', source: 'measured with its test dictionaries: 276 sentences in 0.42 s' },
  {
    name: 'PETRARCH-2',
    speed: '416',
    given: 'trees given',
    source: 'measured: 1,440 sentences in 3.46 s, after 3.5 to 11 s of loading, 196 MB',
  },
  { name: 'UniversalPetrarch', speed: '51', given: 'trees given', source: 'measured with its real dictionaries, 173 MB' },
  { name: 'CoreNLP before PETRARCH', speed: '2–5', given: 'raw text', source: 'published in the documents of petrarch2' },
]
