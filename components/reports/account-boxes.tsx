export type Account = { id: string; name: string; isChosen: boolean };

/** Which accounts a report is about. */
export function AccountBoxes({ accounts }: { accounts: Account[] }) {
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium text-sm">Accounts</legend>
      <div className="mt-1 flex flex-wrap gap-x-5">
        {accounts.map(({ id, name, isChosen }) => (
          <label key={id} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              name="connectionId"
              value={id}
              defaultChecked={isChosen}
              className="size-4 shrink-0 accent-accent"
            />
            {name}
          </label>
        ))}
      </div>
      <p className="mt-1 text-muted text-sm">With none chosen the report is about all of them.</p>
    </fieldset>
  );
}
