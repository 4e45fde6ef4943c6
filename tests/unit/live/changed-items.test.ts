import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeItems } from "#components/live/whole-items.ts";
import { changedItems } from "#lib/live/changed-items.ts";

const lists = fc.array(
  fc.uniqueArray(fc.record({ id: fc.constantFrom(..."abcdefgh"), status: fc.constantFrom("new", "done") }), {
    selector: ({ id }) => id,
  }),
);

test("whatever lists go over a line, the other end has each of them whole", () => {
  fc.assert(
    fc.property(lists, (ofLine) => {
      const [send, receive] = [changedItems(), wholeItems()];
      for (const list of ofLine) expect(receive(JSON.parse(JSON.stringify(send(list))))).toEqual(list);
    }),
  );
});

test("what is there as it was goes over by its id alone, and what is the same object stays it", () => {
  const [send, receive] = [changedItems(), wholeItems()];
  const [old, changed] = [
    { id: "old", status: "done" },
    { id: "changed", status: "new" },
  ];
  const before = receive(send([changed, old]));
  const sent = send([{ id: "came", status: "new" }, { ...changed, status: "done" }, old]);
  expect(sent).toEqual([{ id: "came", status: "new" }, { id: "changed", status: "done" }, "old"]);
  expect(receive(sent)[2]).toBe(before[1]);
});

test("what left the list is sent whole when it comes back, and a name that was never sent is refused", () => {
  const send = changedItems();
  const item = { id: "a" };
  send([item]);
  send([]);
  expect(send([item])).toEqual([item]);
  expect(() => wholeItems()(["a"])).toThrow("a was never sent");
});
