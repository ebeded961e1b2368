import type { Effects } from '../ledger/index.js'
import type { ReadModel, Store } from '../store/index.js'
import { Problem } from '../text/index.js'
import type { WorkLog } from '../work/index.js'

/** What `@demarche/cluster` gives: adapters whose clients are too heavy for those who work on one machine. */
interface Cluster {
  openPostgres(options: { readonly url: string; readonly access: 'read' | 'write'; readonly effects: Effects }): Promise<Store>
  openClickHouse(options: { readonly url: string; readonly access: 'read' | 'write'; readonly effects: Effects }): Promise<ReadModel>
  openJetStream(options: { readonly url: string }): Promise<WorkLog>
}

const NAME = '@demarche/cluster'

/** Loads the adapters for many machines. A `Problem` says how to install them where they are not there. */
export async function cluster(): Promise<Cluster> {
  try {
    return (await import(NAME)) as Cluster
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new Problem(
      {
        reason: 'no-cluster',
        place: NAME,
        fault: 'PostgreSQL, NATS and ClickHouse need it, and it is not installed',
        cure: 'run `npm install @demarche/cluster` beside demarche',
      },
      { cause },
    )
  }
}

/** Whether a ledger is named by the address of a server, and not by a file. */
export const isAddress = (name: string): boolean => /^postgres(ql)?:\/\//.test(name)
