/** The sides of a standing relation: two that differ in role, two that are alike (`between`), or one. */
export interface Kind {
  readonly sides: readonly string[]
  /** Values in force, and those that say that nothing is. */
  readonly values: readonly string[]
  /** What the relation is before anything is told; entries are made for changes alone. */
  readonly closing: readonly string[]
  /** `interval`: each act has a beginning and an end of its own ("from 2018 to 2022 supplied"), and a later one does not close it. */
  readonly shape: 'state' | 'interval'
  /** The side at which somebody is posted: always a state, also where the text names its town alone. */
  readonly posted?: string
  /**
   * A side whose state is meant too where it is of one of these sectors: sanctions on a country's banks are in force on the country. Not what closes a state: to take one bank off
   * the list lifts nothing else.
   */
  readonly reaches?: { readonly side: string; readonly sectors: readonly string[] }
}

const state = (sides: readonly string[], values: readonly string[], closing: readonly string[]): Kind => ({
  sides,
  values,
  closing,
  shape: 'state',
})
const interval = (sides: readonly string[], values: readonly string[]): Kind => ({ sides, values, closing: [], shape: 'interval' })

/** The kinds of entry, their sides and their values, as the table of `docs/spec.md` has them. `recognition` calls its second side `toward`, for `of` names the kind. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'post ambassador': { ...state(['from', 'at'], ['present', 'recalled', 'expelled', 'withdrawn', 'vacant'], ['present']), posted: 'at' },
  'post embassy': { ...state(['from', 'at'], ['present', 'recalled', 'expelled', 'withdrawn', 'vacant'], ['present']), posted: 'at' },
  relations: state(['between'], ['established', 'downgraded', 'severed', 'none'], ['established']),
  recognition: state(['by', 'toward'], ['granted', 'withdrawn'], ['withdrawn']),
  membership: state(['member', 'in'], ['member', 'suspended', 'left'], ['left']),
  'armed conflict': state(['between'], ['war', 'truce', 'peace'], ['truce', 'peace']),
  agreement: interval(['between'], ['signed', 'in force', 'ended']),
  sanctions: { ...state(['by', 'on'], ['in force', 'lifted'], ['lifted']), reaches: { side: 'on', sectors: ['BUS'] } },
  blockade: state(['by', 'on'], ['in force', 'lifted'], ['lifted']),
  control: state(['holder', 'place'], ['held', 'lost', 'claimed'], ['lost']),
  'arms supply': interval(['from', 'to'], ['supplied']),
  aid: interval(['from', 'to'], ['supplied']),
  visits: state(['by', 'to'], ['barred', 'open'], ['open']),
  existence: state(['actor'], ['declared', 'ended'], ['ended']),
}
