type Limit = { points: number; seconds: number };

const minutes = 60;
const hours = 60 * minutes;

/**
 * How often one may knock at each door. By address and by person it is strict; by network only strict enough to
 * stop a flood, because a whole office, school or phone network may share one.
 */
export const doors = {
  "sign-in": {
    addressAndIp: { points: 10, seconds: 15 * minutes },
    address: { points: 100, seconds: 1 * hours },
    ip: { points: 300, seconds: 1 * minutes },
  },
  "sign-up": {
    address: { points: 5, seconds: 1 * hours },
    ip: { points: 300, seconds: 1 * minutes },
  },
  mail: {
    address: { points: 5, seconds: 15 * minutes },
    ip: { points: 300, seconds: 1 * minutes },
  },
  code: {
    address: { points: 10, seconds: 15 * minutes },
    ip: { points: 300, seconds: 1 * minutes },
  },
  link: { ip: { points: 300, seconds: 1 * minutes } },
  "reset-password": {
    user: { points: 10, seconds: 15 * minutes },
    ip: { points: 300, seconds: 1 * minutes },
  },
  "oauth-start": {
    user: { points: 30, seconds: 10 * minutes },
    ip: { points: 300, seconds: 1 * minutes },
  },
  settings: { user: { points: 60, seconds: 10 * minutes } },
  "oauth-callback": {
    user: { points: 60, seconds: 10 * minutes },
    ip: { points: 300, seconds: 1 * minutes },
  },
  "choose-accounts": { user: { points: 30, seconds: 10 * minutes } },
  "submit-credentials": {
    user: { points: 30, seconds: 10 * minutes },
    ip: { points: 300, seconds: 1 * minutes },
  },
  "check-connection": { user: { points: 30, seconds: 10 * minutes } },
  "sync-connection": { user: { points: 30, seconds: 10 * minutes } },
  disconnect: { user: { points: 60, seconds: 10 * minutes } },
  replay: { user: { points: 60, seconds: 10 * minutes } },
  export: { user: { points: 60, seconds: 10 * minutes } },
  report: { user: { points: 30, seconds: 10 * minutes } },
  share: { ip: { points: 120, seconds: 1 * minutes } },
  "new-organization": { user: { points: 20, seconds: 1 * hours } },
} satisfies Record<string, Partial<Record<"addressAndIp" | "address" | "ip" | "user", Limit>>>;

export type Door = keyof typeof doors;
