import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import type { Logged, MessageState } from './watch.js'

/** A message that waits to be sent. */
export interface Message {
  readonly n: number
  readonly id: string
  readonly body: string
  /** How often it was sent since it was made or tried anew. */
  readonly attempts: number
  /** When it may be sent, in milliseconds since 1970. */
  readonly due: number
}

/** What a page of a query changes: digests to keep by event (undefined: forget it), and the messages that tell of it. */
export interface Told {
  readonly digests: ReadonlyMap<string, string | undefined>
  readonly messages: readonly { readonly id: string; readonly body: string; readonly changes: number }[]
}

/** What is told and what waits to be told. Each method is one transaction. Moments are milliseconds since 1970. */
export interface Outbox {
  /** Takes, or keeps, a watch for one holder until a moment. False while another has it. */
  hold(watch: number, holder: string, now: number, until: number): boolean
  release(watch: number, holder: string): void
  /** Whether what the query finds is told, and not just noted as known. */
  isReady(watch: number): boolean
  setReady(watch: number): void
  digest(watch: number, event: string): string | undefined
  /** Events of which something was told. */
  told(watch: number): IterableIterator<string>
  /** Keeps what was found and the messages of it together: none is lost, and none is made twice. */
  keep(watch: number, told: Told, now: number): void
  /** The oldest message that waits. */
  head(watch: number): Message | undefined
  /** Notes, before it is sent, that a message is sent, and when it may be sent again should no answer come. */
  begin(message: Message, now: number, again: number): void
  end(message: Message, state: MessageState, answer: string, due: number): void
  count(watch: number, state: MessageState): number
  /** Lets messages that failed wait again. Returns how many. */
  retry(watch: number): number
  /** The newest messages first. */
  log(watch: number, limit: number): Logged[]
}

/** Delivered messages of a watch that stay in the log. */
const KEPT = 1000
const OLD =
  "DELETE FROM message WHERE n IN (SELECT n FROM message WHERE state = 'delivered' AND watch = (SELECT watch FROM message WHERE n = ?) ORDER BY n DESC LIMIT -1 OFFSET ?)"
const iso = (moment: unknown): string => new Date(Number(moment)).toISOString()

export function outbox(db: DatabaseSync): Outbox {
  const run = (sql: string, ...values: (string | number | null)[]): number => Number(db.prepare(sql).run(...values).changes)
  const one = (sql: string, ...values: (string | number)[]): Readonly<Record<string, unknown>> | undefined => db.prepare(sql).get(...values)
  const together = (work: () => void): void => {
    db.exec('BEGIN IMMEDIATE')
    try {
      work()
      db.exec('COMMIT')
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
  return {
    hold: (watch, holder, now, until) =>
      run(
        'UPDATE watch SET holder = ?, held = ? WHERE n = ? AND (holder IS NULL OR holder = ? OR held < ?)',
        holder,
        until,
        watch,
        holder,
        now,
      ) > 0,
    release: (watch, holder) => void run('UPDATE watch SET holder = NULL WHERE n = ? AND holder = ?', watch, holder),
    isReady: (watch) => one('SELECT ready FROM watch WHERE n = ?', watch)?.['ready'] === 1,
    setReady: (watch) => void run('UPDATE watch SET ready = 1 WHERE n = ?', watch),
    digest: (watch, event) => one('SELECT digest FROM told WHERE watch = ? AND event = ?', watch, event)?.['digest'] as string | undefined,
    *told(watch) {
      for (const row of db.prepare('SELECT event FROM told WHERE watch = ? ORDER BY event').all(watch)) yield String(row['event'])
    },
    keep: (watch, { digests, messages }, now) =>
      together(() => {
        for (const [event, digest] of digests)
          if (digest === undefined) run('DELETE FROM told WHERE watch = ? AND event = ?', watch, event)
          else run('INSERT OR REPLACE INTO told VALUES (?, ?, ?)', watch, event, digest)
        for (const { id, body, changes } of messages)
          run(
            "INSERT INTO message (id, watch, made, changes, body, state, attempts, due) VALUES (?, ?, ?, ?, ?, 'waiting', 0, ?)",
            id,
            watch,
            now,
            changes,
            body,
            now,
          )
      }),
    head(watch) {
      const row = one("SELECT n, id, body, attempts, due FROM message WHERE watch = ? AND state = 'waiting' ORDER BY n LIMIT 1", watch)
      return row as unknown as Message | undefined
    },
    begin: ({ n }, now, again) =>
      together(() => {
        run('UPDATE message SET attempts = attempts + 1, due = ? WHERE n = ?', again, n)
        run('INSERT INTO attempt SELECT ?, count(*) + 1, ?, NULL FROM attempt WHERE message = ?', n, now, n)
      }),
    end: ({ n }, state, answer, due) =>
      together(() => {
        run(
          'UPDATE attempt SET answer = ? WHERE message = ? AND number = (SELECT max(number) FROM attempt WHERE message = ?)',
          answer,
          n,
          n,
        )
        run(
          "UPDATE message SET state = ?, due = ?, body = CASE ? WHEN 'delivered' THEN NULL ELSE body END WHERE n = ?",
          state,
          due,
          state,
          n,
        )
        run(OLD, n, KEPT)
      }),
    count: (watch, state) => Number(one('SELECT count(*) AS n FROM message WHERE watch = ? AND state = ?', watch, state)?.['n']),
    retry: (watch) => run("UPDATE message SET state = 'waiting', attempts = 0, due = 0 WHERE watch = ? AND state = 'failed'", watch),
    log: (watch, limit) =>
      db
        .prepare('SELECT n, id, made, changes, state FROM message WHERE watch = ? ORDER BY n DESC LIMIT ?')
        .all(watch, limit)
        .map((it) => ({
          id: String(it['id']),
          made: iso(it['made']),
          changes: Number(it['changes']),
          state: it['state'] as MessageState,
          attempts: db
            .prepare('SELECT at, answer FROM attempt WHERE message = ? ORDER BY number')
            .all(it['n'] as number)
            .map(({ at, answer }) => ({ at: iso(at), answer: answer as string | null })),
        })),
  }
}
