/** A PDF as an answer: shown in the browser, or saved under its title. Only our own pages may frame it, and no one indexes it. */
export function pdfResponse(pdf: Buffer, title: string, isDownload: boolean): Response {
  const plain = title.replace(/[^\w .-]+/g, "-").slice(0, 100) || "report";
  const name = `filename="${plain}.pdf"; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`;

  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `${isDownload ? "attachment" : "inline"}; ${name}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "no-referrer",
      "content-security-policy": "frame-ancestors 'self'",
    },
  });
}
