import { z } from "zod";
import { safePath } from "./safe-path.ts";

const passwordLengthMinimum = 8;

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an e-mail address, like name@example.com."));

/** A password somebody chooses. Length is what counts; the limit is bcrypt's, which reads no further. */
export const NewPassword = z
  .string()
  .min(passwordLengthMinimum, `Use at least ${passwordLengthMinimum} characters.`)
  .refine((password) => Buffer.byteLength(password) <= 72, "Use at most 72 characters.");

const Next = z
  .string()
  .optional()
  .catch(undefined)
  .transform((value) => safePath(value));

export const SignIn = z.object({
  email: Email,
  password: z.string().min(1, "Enter your password."),
  next: Next,
});

export const MailRequest = z.object({ email: Email, next: Next });

export const SignUp = z.object({
  name: z.string().trim().min(1, "Tell us your name.").max(120, "A name has at most 120 characters."),
  email: Email,
  password: NewPassword,
  next: Next,
});

export const Code = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6,10}$/, "Enter the code from the mail: digits only.")),
});

/** What an e-mailed link carries: a hashed token with its kind, or a code of the same browser's own flow. */
export const ConfirmationLink = z.union([
  z.object({
    token_hash: z.string().min(1),
    type: z.enum(["signup", "magiclink", "recovery", "email", "email_change", "invite"]),
    next: Next,
  }),
  z.object({ code: z.string().min(1), next: Next }),
]);
export type ConfirmationLink = z.infer<typeof ConfirmationLink>;
