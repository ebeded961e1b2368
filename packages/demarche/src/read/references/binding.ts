import type { Doc, Name } from '../../doc/index.js'
import type { ActorRow, PlaceRow } from '../../spec/index.js'
import { contentId } from '../../text/index.js'
import { fold, type World } from '../../world/index.js'

export type Input = Doc<'tokens' | 'sentences' | 'tags' | 'tree' | 'names' | 'speech' | 'places'>

/** What is known of a document while its mentions are bound: the actors met so far, and to which of them each name is bound. */
export class Binding {
  readonly actors = new Map<string, ActorRow>()
  /** The actor of each name of `doc.names`, as far as it is bound. */
  readonly bound: (string | undefined)[] = []
  /** The document's day, else the last of the tables. */
  readonly day: string
  /** Places by the character where they begin. */
  readonly places: ReadonlyMap<number, PlaceRow>

  constructor(
    readonly doc: Input,
    readonly world: World,
  ) {
    this.day = doc.article.published?.day ?? world.until
    this.places = new Map(doc.places.map((it) => [it.span.from, it]))
  }

  /** Takes in an actor of the tables as it stands on the document's day, and gives its id back. */
  known(id: string): string {
    const it = this.world.actor(id)
    if (!it) return id
    if (!this.actors.has(id)) {
      const { sector, country, tenure } = this.world.standing(id, this.doc.article.published?.day)
      this.actors.set(id, {
        id,
        name: it.name,
        kind: it.kind,
        ...(country !== undefined && { country }),
        ...(sector !== undefined && { sector }),
        ...(tenure && { office: tenure.title ?? tenure.office }),
        ...(it.wikidata !== undefined && { wikidata: it.wikidata }),
      })
    }
    return id
  }

  /** Takes in an actor of the document's own; one of the same name, kind and country is the same. */
  own(row: Omit<ActorRow, 'id'>): string {
    const id = contentId(row.kind, fold(row.name), row.country, row.kind === 'group' || row.kind === 'office' ? row.sector : undefined)
    const known = this.actors.get(id)
    this.actors.set(id, { ...row, ...known, id })
    return id
  }

  /** A name as it is written. */
  text = ({ span }: Name): string => this.doc.text.slice(span.from, span.to)
}
