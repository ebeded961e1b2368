import { choose } from '../route.js'

/** Chooses a place, or no longer. */
export const toggle = (place: string | undefined, name: string): void => choose({ place: place === name ? undefined : name })
