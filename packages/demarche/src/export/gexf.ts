import { pairs } from '../ledger/index.js'
import type { Exporter, Release } from './release.js'

const escape = (text: string): string =>
  text
    .replace(/[&<>"']/g, (it) => `&#${it.codePointAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\u{fffd}')

function* lines({ events }: Release): Generator<string> {
  const nodes = new Map(events.flatMap(({ actors, recipients }) => [...actors, ...recipients]).map((it) => [it.id, it]))
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<graph mode="dynamic" defaultedgetype="undirected" timeformat="date">\n'
  yield '<attributes class="edge"><attribute id="type" title="type" type="string"/><attribute id="quad" title="quad" type="integer"/><attribute id="goldstein" title="goldstein" type="double"/></attributes>\n<nodes>\n'
  for (const { id, name } of nodes.values()) yield `<node id="${escape(id)}" label="${escape(name)}"/>\n`
  yield '</nodes>\n<edges>\n'
  for (const event of events) {
    if (event.status !== 'actual') continue
    for (const [number, [a, b]] of pairs(event).entries()) {
      const times = event.when.from === undefined ? '' : ` start="${event.when.from}" end="${event.when.to ?? event.when.from}"`
      const values = [
        ['type', event.type ?? ''],
        ['quad', event.quad ?? ''],
        ['goldstein', event.goldstein ?? ''],
      ].filter(([, value]) => value !== '')
      yield `<edge id="${escape(event.id)}-${number}" source="${escape(a)}" target="${escape(b)}"${times}><attvalues>${values.map(([name, value]) => `<attvalue for="${name}" value="${escape(String(value))}"/>`).join('')}</attvalues></edge>\n`
    }
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

/** The actors as a graph whose edges are events in time: Gephi and sigma read it. */
export const gexf: Exporter = {
  format: 'gexf',
  title: 'graph of actors over time (GEXF 1.3)',
  files: (release) => [{ name: 'events.gexf', content: lines(release) }],
}
