/** How a command is called, and an example or more of it. */
export interface Called {
  /** What stands after its name, besides options. */
  readonly takes?: string
  readonly examples: readonly string[]
}

/** All commands in the order in which one meets them, by what one wants. */
export const GROUPS: Readonly<Record<string, Readonly<Record<string, Called>>>> = {
  'To try it': {
    demo: { examples: ['demarche demo', 'demarche demo --no-serve'] },
    code: { takes: 'INPUT…', examples: ['demarche code report.txt --date 2024-06-14', 'demarche code articles/*.html --csv > claims.csv'] },
    explain: { takes: 'TEXT | ID', examples: ["demarche explain 'India recalled its ambassador from Pakistan on Friday.'"] },
    read: { takes: 'INPUT…', examples: ['demarche read page.html', 'demarche read page.html --layers tokens,tree --jsonl'] },
  },
  'To make a ledger of articles': {
    ingest: {
      takes: 'INPUT…',
      examples: [
        'demarche ingest articles/',
        'demarche ingest https://example.org/feed.xml --follow',
        'zcat rows.jsonl.gz | demarche ingest -',
      ],
    },
    recode: { examples: ['demarche recode'] },
    correct: {
      takes: '[CLAIM]',
      examples: [
        "demarche correct claim-0123456789abcdef --status negated --who 'A. Reader' --why 'it was denied'",
        'demarche correct --list > corrections.jsonl',
      ],
    },
    review: { takes: '[SHEET…]', examples: ['demarche review --sample 200 --out sheet.csv', 'demarche review ann.csv ben.csv'] },
    adjudicate: {
      examples: ['demarche adjudicate --endpoint http://127.0.0.1:11434/v1 --model NAME --allow-private', 'demarche adjudicate --replay'],
    },
    quarantine: { takes: '[list | show ID… | retry [ID…]]', examples: ['demarche quarantine', 'demarche quarantine retry'] },
  },
  'To ask it': {
    events: {
      examples: ['demarche events --actor IND --with PAK --from 2019-01-01', "demarche events --type ASSAULT --text 'border post' --csv"],
    },
    dyad: { takes: 'A B', examples: ['demarche dyad IND PAK --from 2019-02-01 --to 2019-03-31'] },
    state: {
      takes: 'A [B]',
      examples: ['demarche state IND PAK --as-of 2019-03-01', 'demarche state IND PAK --as-of 2019-03-01 --known-at 2019-02-20'],
    },
    diff: { takes: 'BEFORE AFTER', examples: ['demarche diff 2019-02-15 2019-02-28', 'demarche diff release-1 release-2'] },
    story: { examples: ['demarche story --from 2025-05-06 --to 2025-05-10'] },
    actors: { takes: 'NAME', examples: ['demarche actors Pakistan', "demarche actors 'prime minister of India' --on 2019-03-01"] },
    codebook: { examples: ['demarche codebook > codebook.md', 'demarche codebook --rules my-rules --check'] },
  },
  'To give it to others': {
    export: { takes: '[site]', examples: ['demarche export --format all --out release', 'demarche export site --out site'] },
    serve: { examples: ['demarche serve', 'demarche serve --db war.db --port 8080'] },
    mcp: { examples: ['demarche mcp --db demarche.db'] },
    watch: {
      takes: 'add NAME | list | remove NAME | deliver [NAME] | log NAME | retry NAME',
      examples: ['demarche watch add caucasus --actor ARM --with AZE', 'demarche watch list'],
    },
  },
  'To keep it': {
    backup: { examples: ['demarche backup --out copy.db'] },
    verify: { examples: ['demarche verify', 'demarche verify --release release'] },
    rebuild: { examples: ['demarche rebuild --out new.db'] },
    doctor: { examples: ['demarche doctor', 'demarche doctor --db demarche.db'] },
    gazetteer: { takes: 'import FILE', examples: ['demarche gazetteer import allCountries.txt'] },
  },
  'To work on many machines': {
    worker: {
      examples: [
        'demarche worker --store postgres://host/demarche --log nats://host:4222',
        'demarche worker --pipe < rows.jsonl > coded.jsonl',
      ],
    },
    enqueue: { takes: 'INPUT…', examples: ['demarche enqueue articles/ --store postgres://host/demarche --log nats://host:4222'] },
    mirror: { examples: ['demarche mirror --store postgres://host/demarche --read clickhouse://host:8123/demarche'] },
    status: { examples: ['demarche status --store postgres://host/demarche --log nats://host:4222'] },
  },
}

export const called = (name: string): Called | undefined => Object.values(GROUPS).find((of) => Object.hasOwn(of, name))?.[name]
