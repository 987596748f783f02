import { emojiGrid, emojiPicker } from "../chat/emoji-picker.js";

/** Menus are `<details class="menu">`: one open at a time, closed by Escape, a click elsewhere or a choice. */
export function startMenus() {
  document.addEventListener("toggle", onToggle, true);
  document.addEventListener("click", (event) => closeAll(/** @type {any} */ (event.target)));
  document.addEventListener("keydown", onKey);
  document.addEventListener("input", (event) => {
    const field = /** @type {any} */ (event.target);
    if (field.matches?.(".emoji-search"))
      field.nextElementSibling.innerHTML = emojiGrid(field.value);
  });
}

/** @param {Event} event */
function onToggle(event) {
  const menu = /** @type {any} */ (event.target);
  if (!menu.matches?.("details.menu") || !menu.open) return;
  for (const other of document.querySelectorAll("details.menu[open]")) {
    if (other !== menu) other.removeAttribute("open");
  }
  const list = menu.querySelector(".menu-list");
  if (menu.matches(".react-menu")) {
    list.innerHTML = emojiPicker();
    list.querySelector("input").focus();
  }
  menu.classList.remove("menu-up");
  const room = menu.closest(".scroller, .modal-body") ?? document.documentElement;
  const bottom = Math.min(room.getBoundingClientRect().bottom, window.innerHeight);
  menu.classList.toggle("menu-up", list.getBoundingClientRect().bottom > bottom);
}

/** @param {Element} target where the click was; an open menu stays open if it was its own search field or heading */
function closeAll(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    const inside = menu.contains(target) && target.closest("button") === null;
    if (!inside) menu.removeAttribute("open");
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const open = document.querySelector("details.menu[open]");
  if (open === null) return;
  const items = /** @type {any[]} */ ([
    ...open.querySelectorAll(".menu-list button, .menu-list input"),
  ]);
  const at = items.indexOf(document.activeElement);
  if (event.key === "Escape") {
    open.removeAttribute("open");
    /** @type {any} */ (open.querySelector("summary")).focus();
  } else if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
  else if (event.key === "ArrowUp") items.at(at <= 0 ? -1 : at - 1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
