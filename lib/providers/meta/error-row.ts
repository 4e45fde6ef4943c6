import type { FaultKind } from "../connect-contract.ts";

/** What some of Meta's error codes mean, and what to do about them. */
export type MetaErrorRow = {
  /** Codes from, to; a single code is both. */
  codes: [number, number][];
  subcodes?: number[];
  kind: FaultKind;
  sentence: string;
  nextStep: string;
};

/** Single codes, as a row holds them. */
export const codes = (...each: number[]): [number, number][] => each.map((code) => [code, code]);
