export { Atlas, type PlacesTables, type UnitedStates } from './atlas.js'
export { createPlaces } from './stage.js'
