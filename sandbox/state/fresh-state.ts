import { allTasks } from "../facebook/permissions.ts";
import type { Page, Person, Role, State } from "./types.ts";

const marco = "10158000000000001";
const priya = "10158000000000002";
const rossiGroup = "20100000000000001";

const fade = page(
  "104000000000001",
  "Fade & Co. Barbershop",
  "fadeandco",
  "Barber Shop",
  1846,
  "17841400000000001",
);
const catering = page("104000000000002", "Rossi Catering", "rossicatering", "Caterer", 312);
const bakery = page("104000000000003", "Harbour Bakery", "harbourbakery", "Bakery", 920);
const clinic = page("104000000000004", "Northside Clinic", "northsideclinic", "Medical Center", 2410);
const academy = page("104000000000005", "Fade & Co. Academy", "fadeacademy", "School", 77);
const cafe = page("104000000000006", "Café Rossi – Zürich", "caferossi", "Cafe", 530);
const dental = Array.from({ length: 36 }, (_, index) => {
  const number = String(index + 1).padStart(2, "0");
  return page(
    `1040000000001${number}`,
    `Shah Dental ${number}`,
    `shahdental${number}`,
    "Dentist",
    40 + index,
  );
});

/** The world before anyone has connected anything: always the same people and Pages. */
export function freshState(): State {
  const people: Person[] = [
    person(marco, "Marco Rossi", [
      { pageId: fade.id, tasks: allTasks, direct: true, businessId: rossiGroup },
      { ...direct(catering), tasks: allTasks.filter((task) => task !== "MESSAGING" && task !== "MANAGE") },
      { ...direct(bakery), direct: false, businessId: rossiGroup },
      // Pages of the newer kind spell their tasks with a prefix.
      { pageId: clinic.id, tasks: prefixed(), direct: false, businessId: rossiGroup },
      { pageId: academy.id, tasks: prefixed(), direct: true, businessId: null },
      direct(cafe),
    ]),
    person(priya, "Priya Shah", [...dental.map(direct), direct(cafe)]),
  ];

  return {
    version: 1,
    facebook: {
      people: byId(people),
      pages: byId([fade, catering, bakery, clinic, academy, cafe, ...dental]),
      businesses: { [rossiGroup]: { id: rossiGroup, name: "Rossi Group", clientPageIds: [clinic.id] } },
      grants: {},
      tokens: {},
      codes: {},
      subscriptions: {},
      appWebhooks: {},
      threads: {},
    },
    deliveries: [],
  };
}

function page(
  id: string,
  name: string,
  username: string,
  category: string,
  followers: number,
  instagramAccountId: string | null = null,
): Page {
  return { id, name, username, category, followers, instagramAccountId };
}

function person(id: string, name: string, roles: Role[]): Person {
  return { id, name, roles, omitExpiresIn: false, dialogError: null };
}

function direct({ id }: Page): Role {
  return { pageId: id, tasks: allTasks, direct: true, businessId: null };
}

function prefixed(): string[] {
  return [
    ...allTasks.filter((task) => task !== "MANAGE").map((task) => `PROFILE_PLUS_${task}`),
    "PROFILE_PLUS_MANAGE",
  ];
}

function byId<Item extends { id: string }>(items: Item[]): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}
