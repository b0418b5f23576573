"""Which faults of accessibility does axe find on a page that a browser shows?

Axe takes a second for a page of staff, and a journey comes to hundreds. A page on which every element stands as one
did on a page that was found good, in a window as wide, is not looked at again: axe has seen all of it.
"""

from functools import cache
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Of each element: what it is, with its kind, its attributes and whether it is shown and says something, below what it
# stands; each step from one heading to the next; and whether two elements share a name.
_STANDS: Final = """() => {
  const found = new Set(), paths = new Map(), ids = new Set();
  const says = e => !!((e.textContent || '').trim() || e.getAttribute('aria-label') || e.alt || e.title || e.value);
  const refers = e => ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'headers'].map(name =>
    (e.getAttribute(name) || '').split(/\\s+/).filter(Boolean)
      .every(id => document.getElementById(id)) ? 1 : 0).join('');
  let level = 0, twice = false;
  for (const e of document.querySelectorAll('*')) {
    if (e.id) { twice = twice || ids.has(e.id); ids.add(e.id); }
    if (/^H[1-6]$/.test(e.tagName)) { found.add(`${level}>${e.tagName[1]}`); level = +e.tagName[1]; }
    const names = e.getAttributeNames().filter(name => !/^(id|href|src|value|content|d|datetime)$/.test(name)).sort();
    const state = names.filter(name => name.startsWith('aria-') || ['role', 'type', 'lang', 'style'].includes(name));
    const own = [e.tagName, [...e.classList].sort().join('.'), names.join(','),
      state.map(name => /^aria-(label|describ|control)/.test(name) ? '' : e.getAttribute(name)).join('|'),
      says(e) ? 1 : 0, e.getClientRects().length ? 1 : 0, refers(e), e.labels ? Math.min(e.labels.length, 2) : '',
      e.tagName === 'A' ? (e.hasAttribute('href') ? 1 : 0) : ''].join(' ');
    const path = `${paths.get(e.parentElement) || ''}/${own}`;
    let hash = 5381;
    for (let at = 0; at < path.length; at++) hash = (Math.imul(hash, 33) ^ path.charCodeAt(at)) | 0;
    paths.set(e, hash + own.length);
    found.add(`${hash}:${own.length}`);
  }
  found.add(`twice ${twice} ${!!document.title}`);
  return [...found];
}"""
_GOOD: dict[int, set[str]] = {}  # by the width of the window, what stood on pages that were found good


def faults(page: Page) -> list[str]:
    """Return a line for every fault of the Web Content Accessibility Guidelines 2.2 AA, and of good practice."""
    good = _GOOD.setdefault(page.evaluate("innerWidth"), set())
    stands = set(page.evaluate(_STANDS))
    if stands <= good:
        return []
    found = _found(page)
    if not found:
        good |= stands
    return found


def _found(page: Page) -> list[str]:
    page.evaluate(_axe())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@cache
def _axe() -> str:
    return (Path(__file__).parent / "vendor/axe.min.js").read_text(encoding="utf-8")
