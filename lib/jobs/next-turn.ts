import { type CronItem, parseCronItems } from "graphile-worker";

const minuteMs = 60_000;
/** No job here is rarer than once a week. */
const furthestMinutes = 8 * 24 * 60;

/** When the clock next calls for this, in UTC: the beginning of a minute, the present one included. */
export function nextTurn(item: CronItem, now: Date): Date {
  const [parsed] = parseCronItems([item]);
  const present = Math.floor(now.getTime() / minuteMs) * minuteMs;

  for (let minutes = 0; minutes < furthestMinutes; minutes += 1) {
    const turn = new Date(present + minutes * minuteMs);
    if (parsed?.match(partsOf(turn))) return turn;
  }
  throw new Error(`${item.task} never has its turn`);
}

function partsOf(turn: Date) {
  return {
    min: turn.getUTCMinutes(),
    hour: turn.getUTCHours(),
    date: turn.getUTCDate(),
    month: turn.getUTCMonth() + 1,
    dow: turn.getUTCDay(),
  };
}
