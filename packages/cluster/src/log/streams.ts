import {
  AckPolicy,
  DiscardPolicy,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
  type StreamConfig,
} from '@nats-io/jetstream'

/** Names of the four streams of a log, its consumer, and the subjects of each. */
export const namesOf = (name: string) =>
  ({
    work: `${name}-work`,
    buried: `${name}-buried`,
    workers: `${name}-workers`,
    trials: `${name}-trials`,
    consumer: 'coders',
    subject: (kind: 'work' | 'buried' | 'worker' | 'trial', key: string): string => `${name}.${kind}.${key}`,
  }) as const
export type Names = ReturnType<typeof namesOf>

const nanos = (milliseconds: number): number => milliseconds * 1_000_000

/** The broker remembers the ids of announcements this long: who announces twice after a lost answer adds nothing. */
const DUPLICATES_MS = 120_000
const REPORTS_MS = 30_000
const TRIALS_MS = 86_400_000

/** Makes the streams and the consumer where they are not there. Of those that are there only the number of replicas is changed, where one is asked for. */
export async function ensure(
  jsm: JetStreamManager,
  names: Names,
  name: string,
  patience: number,
  replicas: number | undefined,
): Promise<void> {
  async function stream(config: Partial<StreamConfig> & { name: string }): Promise<void> {
    const added = await jsm.streams.add({ num_replicas: replicas ?? 1, storage: StorageType.File, ...config }).catch(unlessThere)
    if (added || replicas === undefined) return
    const { config: there } = await jsm.streams.info(config.name)
    if (there.num_replicas !== replicas) await jsm.streams.update(config.name, { ...there, num_replicas: replicas })
  }
  // One subject a document, one message a subject: while a document is announced and not done, nobody can announce it again.
  await stream({
    name: names.work,
    subjects: [`${name}.work.*`],
    retention: RetentionPolicy.Workqueue,
    max_msgs_per_subject: 1,
    discard: DiscardPolicy.New,
    discard_new_per_subject: true,
    duplicate_window: nanos(DUPLICATES_MS),
  })
  await stream({ name: names.buried, subjects: [`${name}.buried.*`], max_msgs_per_subject: 1 })
  await stream({
    name: names.workers,
    subjects: [`${name}.worker.*`],
    storage: StorageType.Memory,
    max_msgs_per_subject: 1,
    max_age: nanos(REPORTS_MS),
    duplicate_window: nanos(REPORTS_MS),
  })
  await stream({ name: names.trials, subjects: [`${name}.trial.*`], max_age: nanos(TRIALS_MS) })
  await jsm.consumers
    .add(names.work, {
      durable_name: names.consumer,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(patience),
      max_deliver: -1,
      max_ack_pending: 20_000,
    })
    .catch(unlessThere)
}

const IN_USE = [10058, 10013, 10148]

function unlessThere(error: unknown): undefined {
  if (!(error instanceof JetStreamApiError && IN_USE.includes(error.code))) throw error
  return undefined
}
