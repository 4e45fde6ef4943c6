import type { Config } from "./config.ts";
import type { DeliveryDesk } from "./delivery/open-delivery.ts";
import type { Faults } from "./faults.ts";
import type { Store } from "./state/store.ts";
import type { FacebookState } from "./state/types.ts";

/** What every route needs. `facebook` is a part of `store.state`. */
export type Sandbox = {
  config: Config;
  store: Store;
  facebook: FacebookState;
  delivery: DeliveryDesk;
  faults: Faults;
};
