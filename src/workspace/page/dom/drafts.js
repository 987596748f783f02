/**
 * What has been typed in each place and not been sent.
 *
 * @param {any} field
 */
export function drafts(field) {
  const kept = new Map();
  let at = "";
  return {
    at: () => at,
    keep: () => void kept.set(at, field.value),
    /** Goes to another place: its draft is shown. */
    move(/** @type {string} */ key) {
      if (key === at) return false;
      at = key;
      field.value = kept.get(key) ?? "";
      return true;
    },
    /** Gives back what could not be sent, unless something new stands there. */
    giveBack(/** @type {string} */ key, /** @type {string} */ text) {
      if ((kept.get(key) ?? "") !== "") return;
      kept.set(key, text);
      if (at === key) field.value = text;
    },
  };
}
