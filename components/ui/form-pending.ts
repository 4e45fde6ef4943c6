"use client";

import { createContext } from "react";

/** Whether the form around is on its way, for `SubmitButton`. */
export const FormPending = createContext(false);
