/** Times of meetings, told in one time zone: the organization's. The server knows it, so nothing moves once the page is there. */
export function meetingClock(timeZone: string) {
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  const date = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone });
  const thisYear = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone,
  });
  const anyYear = new Intl.DateTimeFormat("en-GB", {
    ...{ weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone },
  });

  /** `2026-11-21`: the same for all that happens on one day there. */
  const dayOf = (moment: Date) => date.format(moment);

  return {
    dayOf,
    /** “09:30” */
    timeOf: (moment: Date) => time.format(moment),
    /** “Today”, “Tomorrow”, “Monday 23 November”, and the year where it is another. */
    dayWords: (moment: Date, now: Date) => {
      const apart = Math.round((Date.parse(dayOf(moment)) - Date.parse(dayOf(now))) / 86_400_000);
      const near = { "-1": "Yesterday", "0": "Today", "1": "Tomorrow" }[String(apart)];
      if (near) return near;
      const isThisYear = dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4);
      return (isThisYear ? thisYear : anyYear).format(moment).replace(",", "");
    },
  };
}

export type MeetingClock = ReturnType<typeof meetingClock>;
