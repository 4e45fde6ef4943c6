import type { Hono } from "hono";
import type { html } from "hono/html";
import type { Channel } from "./customer/channel.ts";
import type { Sandbox } from "./sandbox.ts";

/** One platform: the hosts it answers for, the switches that break it, the channels its customers write on. */
export type StandIn = {
  /** Names its part of the state and its control routes, `/control/<name>`. */
  name: string;
  /** By host; each is a path prefix of this server. */
  hosts: Record<string, Hono>;
  control?: Hono;
  /** Its buttons on `/control`. */
  section?: () => ReturnType<typeof html>;
  /** What `GET /control/state` tells under its name. */
  state?: () => object;
  /** Every token and secret that exists here, for tests that look whether one has leaked. */
  secrets?: () => string[];
  channels?: Channel[];
  /** Takes up what an earlier run left unfinished. */
  resume?: () => void;
  close?: () => void;
};

export type OpenStandIn = (sandbox: Sandbox) => StandIn;
