import { stage, type Doc, type Name, type Stage } from '../../doc/index.js'
import type { PlaceRow } from '../../spec/index.js'
import type { Day } from '../../time/index.js'
import { fold, type World, type WorldPlace } from '../../world/index.js'
import { Atlas, type PlacesTables } from './atlas.js'

type Input = Doc<'tokens' | 'sentences' | 'names'>

/** A toponym of the text and the places that it may mean. */
interface Toponym {
  readonly name: Name
  readonly candidates: readonly WorldPlace[]
  /** The toponym that holds it: `Texas` in "Paris, Texas". */
  holder?: Toponym
  /** The toponyms that "and", "or" or a comma joins to it: "Georgia and Alabama". */
  readonly beside: Toponym[]
  choice?: WorldPlace | undefined
}

/** Finds places and says where they are: by what holds them, by the places near them in the text, by their size. */
export function createPlaces(world: World, tables: PlacesTables): Stage {
  const atlas = new Atlas(world, tables)
  return stage({
    name: 'places',
    needs: ['tokens', 'sentences', 'names'],
    gives: ['places'],
    run: (doc: Input) => ({ places: placesOf(doc, atlas) }),
  })
}

function placesOf(doc: Input, atlas: Atlas): readonly PlaceRow[] {
  const toponyms: Toponym[] = []
  for (const name of doc.names) {
    if (name.type !== 'place' && name.type !== 'state' && name.type !== 'nationality') continue
    if (name.kind === 'nationality' && name.key.endsWith('s') && !/(?:ss|us)$/.test(name.key)) continue
    toponyms.push({ name, candidates: candidatesOf(name, atlas, doc.text), beside: [] })
  }
  for (const it of inOrganisations(doc, toponyms, atlas)) toponyms.push(it)
  toponyms.sort((a, b) => a.name.span.from - b.name.span.from)
  for (const [i, it] of toponyms.entries()) {
    const next = toponyms[i + 1]
    if (!next || it.name.kind === 'nationality' || next.name.kind === 'nationality') continue
    const between = doc.text.slice(it.name.span.to, next.name.span.from)
    if (/^(?:,| and|, and| or|, or) $/.test(between)) {
      it.beside.push(next)
      next.beside.push(it)
    }
    if (/^,? ?\(?$/.test(between) && between !== '' && next.candidates.some((place) => holds(place))) it.holder = next
    else if (between === ', ' && next.candidates.length > 0) it.holder = next
  }
  resolve(toponyms, atlas)
  const day = doc.article.published?.day
  return toponyms.map((it) => ({ ...rowOf(it), ...heldOn(it, day, atlas) }))
}

/** The place that an organisation's name begins with, where the text names it as a place too or it is a county: "Laurel County Sheriff's Office". */
function inOrganisations(doc: Input, toponyms: readonly Toponym[], atlas: Atlas): Toponym[] {
  const known = new Map(toponyms.map((it) => [it.name.key, it.name]))
  return doc.names.flatMap((name) => {
    if (name.type !== 'organisation' || name.candidates.length > 0) return []
    for (let end = Math.min(name.tokens.end, name.tokens.first + 4) - 1; end > name.tokens.first; end--) {
      const span = { from: name.span.from, to: doc.tokens.end[end - 1]! }
      const key = fold(doc.text.slice(span.from, span.to))
      const county = key.endsWith(' county')
      const it = known.get(key)
      if (!it && !county && !atlas.state(key)) continue
      const place: Name = { ...(it ?? name), kind: 'name', type: it?.type ?? 'place', span, key, tokens: { first: name.tokens.first, end } }
      return [{ name: place, candidates: candidatesOf(place, atlas, doc.text), beside: [] }]
    }
    return []
  })
}

const holds = ({ kind }: WorldPlace): boolean =>
  kind === 'province' || kind === 'country' || kind === 'territory' || kind === 'region' || kind === 'county'

function candidatesOf({ key, candidates, type, span }: Name, atlas: Atlas, text: string): readonly WorldPlace[] {
  const written = text.slice(span.from, span.to)
  const state = atlas.abbreviated(written) ?? (written.endsWith('.') ? undefined : atlas.abbreviated(`${written}.`))
  if (state) return [state]
  if (type === 'nationality' || type === 'state') {
    const actor = candidates[0] === undefined ? undefined : atlas.world.actor(candidates[0])
    const country = atlas.world.placesNamed(actor ? actor.name.toLowerCase() : key).find((it) => it.country === actor?.country && holds(it))
    const point = actor === undefined ? undefined : atlas.point(actor.id.slice('state:'.length))
    if (actor && point) {
      const it: WorldPlace = {
        id: actor.id,
        name: actor.name,
        kind: 'country',
        population: 20_000_000,
        country: actor.country!,
        lat: point[0],
        lon: point[1],
        ...(country?.geonames !== undefined && { geonames: country.geonames }),
      }
      return type === 'state' ? [it, ...namesakes(key, atlas)] : [it]
    }
    const own: WorldPlace[] = country
      ? [country]
      : actor
        ? [
            {
              id: actor.id,
              name: actor.name,
              kind: 'country',
              population: 20_000_000,
              ...(actor.country !== undefined && { country: actor.country }),
            },
          ]
        : []
    const province = type === 'state' ? atlas.state(key) : undefined
    return province ? [...own, province] : own
  }
  return atlas.named(key)
}

/** Towns and provinces that bear the name of a state: Georgia, Lebanon in Ohio. */
function namesakes(key: string, atlas: Atlas): WorldPlace[] {
  const province = atlas.state(key)
  const towns = atlas.named(key).filter((it) => it.country === 'USA' && it.kind === 'city' && it.population > 500)
  return province && !towns.includes(province) ? [province, ...towns] : towns
}

/** Two rounds: what is certain anchors what is not; then all that was chosen anchors each choice anew. */
function resolve(toponyms: readonly Toponym[], atlas: Atlas): void {
  for (const it of toponyms) if (it.candidates.length === 1) it.choice = it.candidates[0]
  for (const it of toponyms) {
    if (!it.holder) continue
    const holders = it.holder.choice ? [it.holder.choice] : it.holder.candidates
    const inside = it.candidates.find((place) => holders.some((holder) => within(place, holder, atlas)))
    if (!inside) continue
    it.choice = inside
    it.holder.choice ??= holders.find((holder) => within(inside, holder, atlas))
    for (const same of toponyms) if (same.name.key === it.name.key && !same.holder) same.choice ??= inside
  }
  const fixed = new Set(toponyms.filter(({ choice }) => choice !== undefined))
  for (let round = 0; round < 2; round++) {
    const anchors = anchorsOf(toponyms, atlas)
    const chosen = new Map<string, WorldPlace>()
    for (const it of toponyms) {
      if (fixed.has(it) || it.candidates.length === 0) continue
      const id = `${it.name.key}/${it.name.type}`
      if (!chosen.has(id)) chosen.set(id, best(it, without(anchors, toponyms, it, atlas), atlas))
      it.choice = chosen.get(id)
    }
  }
}

function within(place: WorldPlace, holder: WorldPlace, atlas: Atlas): boolean {
  if (place.id === holder.id || !holds(holder) || place.country !== holder.country) return false
  if (holder.kind === 'country' || holder.kind === 'territory') return true
  if (holder.kind === 'region') return distance(place, holder) < 400
  if (holder.kind === 'county') return place.lat !== undefined && holder.lat !== undefined && distance(place, holder) < 60
  return atlas.province(place) === atlas.province(holder) || place.province === holder.name
}

interface Anchors {
  readonly countries: ReadonlyMap<string, number>
  readonly provinces: ReadonlyMap<string, number>
  readonly points: ReadonlyMap<string, WorldPlace>
  readonly total: number
}

function anchorsOf(toponyms: readonly Toponym[], atlas: Atlas): Anchors {
  const countries = new Map<string, number>()
  const provinces = new Map<string, number>()
  const points = new Map<string, WorldPlace>()
  let total = 0
  for (const { choice } of toponyms) {
    if (!choice) continue
    total++
    if (choice.country !== undefined) countries.set(choice.country, (countries.get(choice.country) ?? 0) + 1)
    const province = atlas.province(choice)
    if (province !== undefined) provinces.set(province, (provinces.get(province) ?? 0) + (holds(choice) ? 2 : 1))
    if (choice.kind !== 'country' && choice.kind !== 'province') points.set(choice.id, choice)
  }
  return { countries, provinces, points, total }
}

/** The anchors less those that bear the name in question: a name is no evidence for itself. */
function without({ countries, provinces, points, total }: Anchors, toponyms: readonly Toponym[], { name }: Toponym, atlas: Atlas): Anchors {
  const own = toponyms.filter((it) => it.name.key === name.key && it.choice && !it.holder)
  if (own.length === 0) return { countries, provinces, points, total }
  const [c, p] = [new Map(countries), new Map(provinces)]
  for (const { choice } of own) {
    if (!choice) continue
    if (choice.country !== undefined) c.set(choice.country, (c.get(choice.country) ?? 0) - 1)
    const province = atlas.province(choice)
    if (province !== undefined) p.set(province, (p.get(province) ?? 0) - (holds(choice) ? 2 : 1))
  }
  return { countries: c, provinces: p, points, total: total - own.length }
}

function best({ candidates, name, beside }: Toponym, { countries, provinces, points, total }: Anchors, atlas: Atlas): WorldPlace {
  let choice = candidates[0]!
  let top = -Infinity
  const cities = [...points.values()].slice(0, 40)
  const state = name.type === 'place' && name.candidates[0] !== undefined ? atlas.world.actor(name.candidates[0])?.country : undefined
  for (const place of candidates.slice(0, 80)) {
    const province = atlas.province(place)
    let score = W.size * Math.log10(place.population + 10)
    if (place.kind === 'country') score += W.state
    if (place.kind === 'capital') score += 0.5
    if (state !== undefined && place.country === state && place.kind !== 'province') score += 0.8
    score += (W.country * (countries.get(place.country ?? '') ?? 0)) / (total + 1)
    score += W.province * Math.min(1, (province === undefined ? 0 : (provinces.get(province) ?? 0)) / 3)
    if (
      beside.some(
        ({ choice: it }) =>
          it !== undefined && holds(it) && it.kind === place.kind && (it.kind === 'country' || it.country === place.country),
      )
    )
      score += W.alike
    let near = Infinity
    for (const it of cities) if (it.id !== place.id && it.name !== place.name) near = Math.min(near, distance(place, it))
    score += near < 40 ? W.near : near < 100 ? W.near * 0.75 : near < 250 ? W.near / 3 : 0
    if (name.type === 'place' && place.kind === 'province' && place.country === 'USA' && /washington|new york/.test(name.key)) score -= 2
    if (score > top) [choice, top] = [place, score]
  }
  return choice
}

/** What tells for a place: tried on the development texts, all but flat around these values. */
const W = { size: 0.55, country: 3, province: 2, near: 1.5, state: 1.2, alike: 0.5 } as const

/** Kilometres, good enough below a thousand; infinite where a point is missing. */
function distance(a: WorldPlace, b: WorldPlace): number {
  if (a.lat === undefined || b.lat === undefined || a.lon === undefined || b.lon === undefined) return Infinity
  const radian = Math.PI / 180
  return 6371 * Math.hypot((a.lat - b.lat) * radian, (a.lon - b.lon) * radian * Math.cos(((a.lat + b.lat) / 2) * radian))
}

/** Who holds a disputed place, and who claims it, on the day of the text; nothing where that day is unknown. A nationality is no place that anybody holds. */
function heldOn({ name, choice }: Toponym, day: Day | undefined, atlas: Atlas): Pick<PlaceRow, 'holder' | 'claimants'> {
  if (choice === undefined || day === undefined || name.kind === 'nationality') return {}
  const status = atlas.world.status(choice, day)
  if (!status) return {}
  return { holder: status.holder, ...(status.claimants.length > 0 && { claimants: [...status.claimants] }) }
}

function rowOf({ name, choice }: Toponym): PlaceRow {
  return {
    span: name.span,
    name: choice?.name ?? name.key,
    kind: name.kind === 'nationality' ? 'nationality' : (choice?.kind ?? 'place'),
    ...(choice?.country !== undefined && { country: choice.country }),
    ...(choice?.lat !== undefined && choice.lon !== undefined && { lat: choice.lat, lon: choice.lon }),
    ...(choice?.geonames !== undefined && { geonames: choice.geonames }),
  }
}
