"""Other people's HTML (imports, public submissions), reduced to what our rich text fields hold.

nh3 (Rust's ammonia) removes what is dangerous; the rest is laid out as the editor's own blocks (`core.pages.RICH_TEXT`:
paragraphs, h3, lists, bold, italic, links); nh3 has the last word on the result.
"""

import re
from html import escape, unescape
from html.parser import HTMLParser

import nh3

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"ul", "ol"}
INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "a": "a"}
# What starts a line of its own although our fields have no such block: its text becomes a paragraph.
PARAGRAPHS = {"p", "div", "section", "article", "blockquote", "pre", "figure", "figcaption", "address", "dt", "dd"} | {
    "header",
    "footer",
    "table",
    "caption",
    "tr",
    "hr",
}
CELLS = {"td", "th"}
# Removed with all they contain; of any other unknown element the text stays.
FORGOTTEN = {
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "title",
    "textarea",
    "select",
}
UNDERSTOOD = HEADINGS | LISTS | set(INLINE) | PARAGRAPHS | CELLS | {"li", "br"}
ALLOWED = {"p", "h3", "ul", "ol", "li", "b", "i", "a", "br"}
SCHEMES = {"http", "https", "mailto"}
LONGEST_LINK = 2_000


def clean_html(html: str) -> str:
    """Safe HTML of p, h3, ul, ol, li, b, i, br and a[href]; links lead to http(s) or mailto and say their host.

    Headings of other ranks become h3, elements we do not have become paragraphs. Cleaning twice changes nothing.
    """
    layout = Layout()
    layout.feed(_sanitise(html, UNDERSTOOD))
    layout.close()
    return _sanitise(layout.html(), ALLOWED).replace("<br>", "<br/>")


def paragraphs(text: str) -> str:
    """Plain text as paragraphs: an empty line starts a new one, a single line break stays a line break."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [[" ".join(line.split()) for line in block.split("\n")] for block in blocks]
    written = ["<br/>".join(escape(line, quote=False) for line in block if line) for block in lines]
    return "".join(f"<p>{block}</p>" for block in written if block)


def text_of(html: str) -> str:
    """Cleaned HTML as one line of plain text."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", re.sub(r"</?[abi]\b[^>]*>", "", html))).split())


def _sanitise(html: str, tags: set[str]) -> str:
    return nh3.clean(
        html,
        tags=tags,
        clean_content_tags=FORGOTTEN,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        url_relative="deny",  # "//host" and "/path" alike: they would lead into our own site, or nowhere
        link_rel=None,
    )


class Layout(HTMLParser):
    """Lays well-formed HTML out as a flat row of blocks: ("p" | "h3" | "ul" | "ol", what it contains)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, str]] = []
        self.lists: list[str] = []
        self.kind = "p"
        self.parts: list[str] = []
        self.inline: list[tuple[str, str]] = []  # open elements: our name, its opening tag
        self.written = 0  # how many of them this block has opened

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in INLINE:
            self.inline.append(_opening(INLINE[tag], dict(attrs).get("href") or ""))
        elif tag == "br":
            self._line_break()
        elif tag in CELLS:
            self._text(" ")
        elif tag in LISTS:
            self._end_block()
            self.lists.append(tag)
        elif tag == "li":
            self._end_block(self.lists[-1] if self.lists else "ul")
        elif tag in HEADINGS and self.kind not in LISTS:
            self._end_block("h3")
        else:
            self._soft_break()

    def handle_endtag(self, tag: str) -> None:
        if tag in INLINE and self.inline:
            self._close(len(self.inline) - 1)
            self.inline.pop()
        elif tag in LISTS and self.lists:
            self.lists.pop()
            self._end_block()
        elif tag == "li":
            self._end_block()
        elif tag not in CELLS and tag not in INLINE:
            self._soft_break()

    def handle_data(self, data: str) -> None:
        self._text(data)

    def html(self) -> str:
        self._end_block()
        written, previous = [], ""
        for kind, content in [*self.blocks, ("", "")]:
            if previous in LISTS and kind != previous:
                written.append(f"</{previous}>")
            if kind in LISTS:
                written.append(f"<{kind}>" if kind != previous else "")
                written.append(f"<li>{content}</li>")
            elif kind:
                written.append(f"<{kind}>{content}</{kind}>")
            previous = kind
        return "".join(written)

    def _text(self, data: str) -> None:
        # No-break spaces stay: French typography puts them before : ; ? !
        text = re.sub(r"[ \t\r\n\f]+", " ", data)
        if text == " " and (not self.parts or self.parts[-1] == "<br/>"):
            return
        self.parts.extend(opening for _name, opening in self.inline[self.written :])
        self.written = len(self.inline)
        self.parts.append(escape(text, quote=False))

    def _line_break(self) -> None:
        if self.parts and self.parts[-1] == "<br/>" and self.kind == "p":
            self._end_block()  # two in a row is how many editors write a new paragraph
        elif self.parts and self.parts[-1] != "<br/>":
            self.parts.append("<br/>")

    def _soft_break(self) -> None:
        """A block inside a list item is only a new line of it; elsewhere it is a block."""
        if self.kind in LISTS:
            self._line_break()
        else:
            self._end_block()

    def _close(self, depth: int) -> None:
        """Close what this block opened, down to `depth` open elements."""
        while self.written > depth:
            self.written -= 1
            name = self.inline[self.written][0]
            self.parts.append(f"</{name}>" if name else "")

    def _end_block(self, kind: str = "p") -> None:
        self._close(0)
        content = re.sub(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$", "", "".join(self.parts))
        if re.sub(r"<[^>]*>", "", content).strip():
            self.blocks.append((self.kind, content))
        self.kind, self.parts = kind, []


def _opening(name: str, href: str) -> tuple[str, str]:
    if name != "a":
        return name, f"<{name}>"
    if href.lower().startswith("mailto:"):
        href = href.partition("?")[0]  # the address, not a letter written in advance
    return ("a", f'<a href="{escape(href)}">') if href and len(href) <= LONGEST_LINK else ("", "")
