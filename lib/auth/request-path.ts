/** Where proxy.ts tells the page which address was asked for; pages cannot see their own otherwise. */
export const requestPathHeader = "x-trunkline-path";
