const retryAfterSeconds = 2;

/** What a visitor sees while the pages are not served yet; a browser tries again by itself. */
export function startingPage(accept: string): { headers: Record<string, string>; body: string } {
  const html = accept.includes("text/html");
  return {
    headers: {
      "content-type": html ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
      "retry-after": String(retryAfterSeconds),
      "cache-control": "no-store",
    },
    body: html ? page : "Trunkline is starting. Please try again in a moment.\n",
  };
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${retryAfterSeconds}">
<meta name="color-scheme" content="light dark">
<title>Trunkline is starting</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem">
<h1 style="font-size: 20px">Trunkline is starting</h1>
<p>The pages are not ready yet. This one tries again by itself. Events that arrive meanwhile are kept.</p>
</body>
</html>
`;
