// Lines on the map that a side, or most members of the United Nations, does not take for a settled border. They are dashed, and mean no more than that.

/** West, south, east, north, in degrees. */
export type Box = readonly [number, number, number, number]

export interface Disputed {
  readonly sides: readonly [string, string]
  /** Where only a part of the border is meant. */
  readonly within?: Box
}

export const DISPUTED: readonly Disputed[] = [
  { sides: ['SOM', 'XSL'] },
  { sides: ['ETH', 'SOM'] },
  { sides: ['SRB', 'XKX'] },
  { sides: ['CYP', 'XNC'] },
  { sides: ['MAR', 'ESH'] },
  { sides: ['ISR', 'PSE'] },
  { sides: ['ISR', 'SYR'] },
  { sides: ['IND', 'CHN'] },
  { sides: ['IND', 'PAK'], within: [72.5, 32.3, 81, 38] },
  { sides: ['PAK', 'CHN'], within: [72.5, 34, 81, 38] },
  { sides: ['IND', 'siachen'] },
  { sides: ['PAK', 'siachen'] },
  { sides: ['CHN', 'siachen'] },
  { sides: ['BTN', 'CHN'] },
  { sides: ['UKR', 'RUS'], within: [32, 45.5, 37, 46.5] },
  { sides: ['PRK', 'KOR'] },
  { sides: ['EGY', 'SDN'], within: [33, 21.5, 37.5, 23.5] },
  { sides: ['SDN', 'SSD'], within: [27, 9, 30, 10.6] },
  { sides: ['GUY', 'VEN'] },
]

/** The Crimea, which the atlas draws with its holder; it is drawn with the country that its places have here (`docs/disputed-places.md`). */
export const MOVED: readonly { readonly from: string; readonly to: string; readonly within: Box }[] = [
  { from: 'RUS', to: 'UKR', within: [32, 44, 37, 46.3] },
]

/** Shapes that belong to a country by that same table, though they are drawn on their own. */
export const PARTS: Readonly<Record<string, readonly string[]>> = { SOM: ['XSL'], CYP: ['XNC'] }
