// Computed with another implementation than ours, over exactly these bodies.
export const secret = "zm_test_secret_9f8e7d6c5b4a";

export type Vector = { id: string; timestamp: string; signature: string; body: string };

const vector = (id: string, timestamp: string, hex: string, body: string): Vector => ({
  id,
  timestamp,
  signature: `v0=${hex}`,
  body,
});

export const z1 = vector(
  "Z1",
  "1795248000",
  "d37bdd7123ece558f6c3d95058dec8ec0cbacfce0daf4b32ce6c1c6db9d05264",
  '{"event":"endpoint.url_validation","payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"},"event_ts":1795248000123}',
);
export const z2 = vector(
  "Z2",
  "1795248005",
  "b7dfb2319dd7f95d6bf2f5209faa2a705bda9c12a741b9072d04aba505967a63",
  '{"event":"meeting.started","payload":{"account_id":"acc_1","object":{"duration":0,"start_time":"2026-11-21T08:00:05Z","timezone":"Europe/Rome","topic":"Weekly sync","id":"85412345678","type":2,"uuid":"4444AAAiAAAAAiAiAiiAii==","host_id":"x1yCzABCDEfg23HiJKl4mN"}},"event_ts":1795248005000}',
);
export const z3 = vector(
  "Z3",
  "1795248005",
  "8bd0b9d549bfaef6381d978fb28a4e2b8d4e420daf44e7c48b26a47cf1dcdc21",
  '{"event":"meeting.started","payload":{"account_id":"acc_1","object":{"topic":"Réunion 👋 日本語","id":"85412345678"}},"event_ts":1795248005000}',
);
export const z4 = vector(
  "Z4",
  "1795248005",
  "505c6eedff9f63fcbe6f134c7540adb77406ed6ee89769ad791d454df73f2292",
  '{"event":"meeting.started","payload":{"account_id":"acc_1","object":{"topic":"R\\u00e9union \\ud83d\\udc4b","id":"85412345678"}},"event_ts":1795248005000}',
);
export const z5 = vector(
  "Z5",
  "1795248005",
  "bc71cd836fc271f7611d04ac8ead9bf4cc7946e7c495d6296717864f94a4c4ee",
  '{ "event": "meeting.ended",\n  "payload": { "object": { "uuid": "\\/abc\\/\\/d==", "duration": 1.0 } },\n  "event_ts": 1795248005000 }\n',
);
export const z6 = vector(
  "Z6",
  "1795248005",
  "c040d83352df2d56b34d943f4fca0ee152ca71d16c30395d89cb1a34fb647375",
  "{}",
);
export const vectors = [z1, z2, z3, z4, z5, z6];
