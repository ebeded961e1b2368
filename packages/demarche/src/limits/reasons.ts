/** Why a document that was read is refused while it is coded, with the cure that is told to the user. The list is closed. */
export const CODING_REASONS = {
  'cpu-limit': 'it takes longer than `cpu` allows; split it, or raise the limit and `demarche quarantine retry`',
  'wall-limit': 'it takes longer than `wall` allows; try again when the machine is less busy: `demarche quarantine retry`',
  'memory-limit': 'it needs more memory than `heap` allows; split it, or raise the limit and `demarche quarantine retry`',
  'worker-crash': 'report it with the document; `demarche quarantine retry` tries again',
  internal: 'report it with the document; `demarche quarantine retry` tries again',
} as const
export type CodingReason = keyof typeof CODING_REASONS
