"""axe-core (vendor/axe-core, MPL 2.0) on the page as it is shown."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"]
# Those among them that see colours, by axe's own sorting. The one that Wagtail's admin brings does not say `enabled`.
COLOURS = """tags => axe.getRules(tags)
  .filter((rule) => rule.enabled !== false && rule.tags.includes("cat.color")).map(({ ruleId }) => ruleId)"""
RUN = """async ([exclude, runOnly]) => {
  const { violations } = await axe.run({ exclude }, { runOnly, resultTypes: ["violations"] });
  return violations.map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target: target.flat().join(" "), failureSummary })),
  }));
}"""


def violations(page: Page, *, exclude: Sequence[str] = (), only_colours: bool = False) -> list[str]:
    """One line per element that breaks a rule; `exclude` are selectors of what is not ours."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    rules = {"type": "tag", "values": TAGS}
    if only_colours:
        rules = {"type": "rule", "values": page.evaluate(COLOURS, TAGS)}
    return [line for found in page.evaluate(RUN, [list(exclude), rules]) for line in _lines(found)]


def _lines(found: dict[str, Any]) -> list[str]:
    return [
        f"{found['id']} ({found['help']}): {node['target']} — {' '.join(node['failureSummary'].split()[3:])}"
        for node in found["nodes"]
    ]
