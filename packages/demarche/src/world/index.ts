export {
  NAME_KINDS,
  type MembershipTuple,
  type NameTuple,
  type OfficeTuple,
  type PlaceTuple,
  type StatusTuple,
  type TenureTuple,
  type WorldBundle,
} from './bundle.js'
export { compileCities, type City } from './cities.js'
export { codeOf } from './code.js'
export { dumpRow, type DumpRow, type RowFault } from './dump.js'
export { fold } from './fold.js'
export { type Gazetteer } from './gazetteer.js'
export { GAZETTEER_VARIABLE, gazetteerFile, importedGazetteer, packGazetteer, type Environment, type Imported } from './imported.js'
export { readWorld } from './read.js'
export { SECTORS } from './types.js'
export type {
  ActorKind,
  Codes,
  Holder,
  Membership,
  NameEntry,
  NameKind,
  Office,
  Precision,
  Role,
  Sector,
  Standing,
  Status,
  Tenure,
  When,
  World,
  WorldActor,
  WorldPlace,
} from './types.js'
export { createWorld } from './world.js'
