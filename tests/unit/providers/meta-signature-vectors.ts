/** The published examples: each body's exact bytes, and what its app secret makes of them. */
export const secret = "test_app_secret_0123456789abcdef";
export const otherSecret = "other_app_secret_fedcba9876543210";

type Vector = { id: string; bytes: number; body: string; header: string };

export const vectors: Vector[] = [
  {
    id: "V1 empty body",
    bytes: 0,
    body: "",
    header: "sha256=41e8f75a26ef599c5c89e456ec3c0729db143bb9925971cd4dab8c31ea4a95c3",
  },
  {
    id: "V2 minimal page envelope",
    bytes: 28,
    body: "eyJvYmplY3QiOiJwYWdlIiwiZW50cnkiOltdfQ==",
    header: "sha256=2b7879e7130e7d33e5e5d9551594b85a165ff60d548eca79072ba73ef0f2b8a7",
  },
  {
    id: "V3 same JSON with spaces",
    bytes: 31,
    body: "eyJvYmplY3QiOiAicGFnZSIsICJlbnRyeSI6IFtdfQ==",
    header: "sha256=989661225d5cd394470f4a8d18800da4f448cdf7776cfbbf58c09d1e8daf1f4a",
  },
  {
    id: "V4 V2 + LF",
    bytes: 29,
    body: "eyJvYmplY3QiOiJwYWdlIiwiZW50cnkiOltdfQo=",
    header: "sha256=5f39d2261e360c3b71b98d422b45896c0dfca03b080bc9274df8762535aef0d3",
  },
  {
    id: "V5 V2 + CRLF",
    bytes: 30,
    body: "eyJvYmplY3QiOiJwYWdlIiwiZW50cnkiOltdfQ0K",
    header: "sha256=7039cf7a6aa278078bead0e5aa66ab740bc1082c38db0f43184992fac7b69651",
  },
  {
    id: "V6 raw UTF-8 äöå",
    bytes: 17,
    body: "eyJ0ZXh0Ijoiw6TDtsOlIn0=",
    header: "sha256=eb923930dfed1ceb5a4e1dba751cfab6e44ea167d05c8be26c8ea642561e956a",
  },
  {
    id: "V7 escaped lowercase \\u00e4\\u00f6\\u00e5",
    bytes: 29,
    body: "eyJ0ZXh0IjoiXHUwMGU0XHUwMGY2XHUwMGU1In0=",
    header: "sha256=34d7e890e9e62283143c54d061361e09e6e2044aadd804d6f711003be1307f53",
  },
  {
    id: "V8 escaped uppercase \\u00E4...",
    bytes: 29,
    body: "eyJ0ZXh0IjoiXHUwMEU0XHUwMEY2XHUwMEU1In0=",
    header: "sha256=2a2dcc27ee693fcacf724674018f2e53a69a1566c3c807f2ba5f4966c78c9cec",
  },
  {
    id: "V9 raw UTF-8 emoji 👍",
    bytes: 18,
    body: "eyJ0ZXh0IjoiaGkg8J+RjSJ9",
    header: "sha256=facf0e289f46c21ef01c9ffbbef6d8c7336e56f576ffc05040eb69c3db339319",
  },
  {
    id: "V10 surrogate-pair escape",
    bytes: 26,
    body: "eyJ0ZXh0IjoiaGkgXHVkODNkXHVkYzRkIn0=",
    header: "sha256=c385e55eac91193e97121778598ba69e1d7e3ddf3dd570f8983fefaa15628e85",
  },
  {
    id: "V11 escaped slashes",
    bytes: 34,
    body: "eyJ1cmwiOiJodHRwczpcL1wvZXhhbXBsZS5jb21cL2EifQ==",
    header: "sha256=d586fdd21c2738ab3bd603256c37b566434f66e1664154d55d88e6411c800253",
  },
  {
    id: "V12 plain slashes",
    bytes: 31,
    body: "eyJ1cmwiOiJodHRwczovL2V4YW1wbGUuY29tL2EifQ==",
    header: "sha256=07f07bedcde14cacb095fc992c5699e827f84f71bea0c30cc1c8e10d05d2ee13",
  },
  {
    id: "V13 UTF-8 BOM + V2",
    bytes: 31,
    body: "77u/eyJvYmplY3QiOiJwYWdlIiwiZW50cnkiOltdfQ==",
    header: "sha256=0da92c0b2c1d28daa2a986eea9d7c592291b52846645780e614bf8646374e92a",
  },
  {
    id: "V14 invalid UTF-8 byte 0xFF",
    bytes: 12,
    body: "eyJ0ZXh0Ijoi/yJ9",
    header: "sha256=9caf07e6f5233a23bc4478418f2b7664df4c205ef2d499356ced56143d585a45",
  },
  {
    id: "V15 Messenger text",
    bytes: 234,
    body: "eyJvYmplY3QiOiJwYWdlIiwiZW50cnkiOlt7ImlkIjoiMTA0MDAwMDAwMDAwMDAxIiwidGltZSI6MTc5NTI0ODAwMDEyMywibWVzc2FnaW5nIjpbeyJzZW5kZXIiOnsiaWQiOiI2NTAwMDAwMDAwMDAwMDAxIn0sInJlY2lwaWVudCI6eyJpZCI6IjEwNDAwMDAwMDAwMDAwMSJ9LCJ0aW1lc3RhbXAiOjE3OTUyNDgwMDAwMDEsIm1lc3NhZ2UiOnsibWlkIjoibV9URVNUXzAwMDEiLCJ0ZXh0IjoiSGVsbG8ifX1dfV19",
    header: "sha256=87514adb6b3a26f5a44dc75b8f0d8251e87c0afa6edeb6b04228548b43ebba61",
  },
  {
    id: "V16 WhatsApp text",
    bytes: 492,
    body: "eyJvYmplY3QiOiJ3aGF0c2FwcF9idXNpbmVzc19hY2NvdW50IiwiZW50cnkiOlt7ImlkIjoiMTAwMDAwMDAwMDAwMDAxIiwiY2hhbmdlcyI6W3sidmFsdWUiOnsibWVzc2FnaW5nX3Byb2R1Y3QiOiJ3aGF0c2FwcCIsIm1ldGFkYXRhIjp7ImRpc3BsYXlfcGhvbmVfbnVtYmVyIjoiMTU1NTAwMDExMTEiLCJwaG9uZV9udW1iZXJfaWQiOiIyMDAwMDAwMDAwMDAwMDIifSwiY29udGFjdHMiOlt7InByb2ZpbGUiOnsibmFtZSI6IkFuYSJ9LCJ3YV9pZCI6IjE1NTUwMDAyMjIyIiwidXNlcl9pZCI6IlVTLjEwMDAwMDAwMDAwMDAwMDAwMDAxIn1dLCJtZXNzYWdlcyI6W3siZnJvbSI6IjE1NTUwMDAyMjIyIiwiZnJvbV91c2VyX2lkIjoiVVMuMTAwMDAwMDAwMDAwMDAwMDAwMDEiLCJpZCI6IndhbWlkLlRFU1QwMDAxIiwidGltZXN0YW1wIjoiMTc5NTI0ODAwMCIsInR5cGUiOiJ0ZXh0IiwidGV4dCI6eyJib2R5IjoiSG9sYSJ9fV19LCJmaWVsZCI6Im1lc3NhZ2VzIn1dfV19",
    header: "sha256=a85915f2d8cc39db98c1ded758c86eee5a711bc3dd6225b0592a53f19a782703",
  },
];
