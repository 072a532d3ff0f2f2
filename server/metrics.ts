import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What `/metrics` tells Prometheus. Counts and delays only: no label ever carries an id or a name. */
export type Metrics = Readonly<{
  registry: Registry
  commands: Counter<'type' | 'outcome'>
  acknowledgement: Histogram
  consoles: Gauge
  journalHead: Gauge
  personalReads: Counter
}>

export function createMetrics(): Metrics {
  const registry = new Registry()
  // Includes nodejs_eventloop_lag_*: the event loop's delay.
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    commands: new Counter({
      name: 'cip_commands_total',
      help: 'Commands by type and outcome',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    acknowledgement: new Histogram({
      name: 'cip_acknowledgement_seconds',
      help: 'From the arrival of a command to its acknowledgement, durable',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    consoles: new Gauge({ name: 'cip_consoles', help: 'Connected consoles', registers }),
    journalHead: new Gauge({ name: 'cip_journal_head', help: 'Last sequence number', registers }),
    personalReads: new Counter({
      name: 'cip_personal_reads_total',
      help: 'Sheets of another call taker read in full',
      registers,
    }),
  }
}
