import { html } from "hono/html";

type Option = { value: string; text: string; selected?: boolean };

/** A text field under its label. */
export function textField(id: string, label: string, name: string, value = "", mode = "text") {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input id="${id}" name="${name}" value="${value}" type="text" inputmode="${mode}" autocomplete="off" />
  </div>`;
}

/** A choice under its label. The label stands beside the list, not around it, so that it names nothing else. */
export function selectField(id: string, label: string, name: string, options: Option[]) {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${name}">
      ${options.map(
        ({ value, text, selected }) =>
          html`<option value="${value}" ${selected ? "selected" : ""}>${text}</option>`,
      )}
    </select>
  </div>`;
}
