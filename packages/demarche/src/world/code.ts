/** The code of a state itself, or of the state that another actor belongs to. The `country` of a de facto state is the one that its ground is reckoned to; its people and bodies bear its own code. */
export const codeOf = (
  it: { readonly id: string; readonly kind: string; readonly country?: string | undefined } | undefined,
): string | undefined => (it?.kind === 'state' ? it.id.slice('state:'.length) : it?.country)
