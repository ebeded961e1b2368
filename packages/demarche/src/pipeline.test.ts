import { expect, test } from 'vitest'
import { articleOf, checkStages, stage } from './doc/index.js'
import { readArticle, stagesFor } from './pipeline.js'

const times = stage({ name: 'times', needs: [], gives: ['times'], run: () => ({ times: [] }) })
const names = stage({ name: 'names', needs: ['times'], gives: ['names'], run: () => ({ names: [] }) })
const places = stage({ name: 'places', needs: [], gives: ['places'], run: () => ({ places: [] }) })

test('stages run in order and add their layers', () => {
  expect(readArticle({ stages: [times, names] }, articleOf('Minsk'))).toMatchObject({ text: 'Minsk', times: [], names: [] })
})

test('only the stages that a layer needs are run', () => {
  expect(stagesFor([times, places, names], ['names']).map(({ name }) => name)).toEqual(['times', 'names'])
})

test('a stage that comes before what it needs is refused, by name', () => {
  expect(() => checkStages([names, times])).toThrow('stage “names”: needs the layer “times”, which no stage before it gives')
})

test('a layer that is given twice is refused', () => {
  expect(() => checkStages([times, { ...places, gives: ['times'] }])).toThrow('gives the layer “times”, which “times” has given')
})
